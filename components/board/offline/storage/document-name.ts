import type { KeptDocument } from './offline-storage'

/** The name of the database with one person's copy of one document: another epoch is another document. */
export function documentName({
  personId,
  boardId,
  epoch,
}: Pick<KeptDocument, 'personId' | 'boardId' | 'epoch'>): string {
  return `contour-document ${personId} ${boardId} ${epoch}`
}
