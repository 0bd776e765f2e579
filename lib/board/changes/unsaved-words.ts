import type { InitiativeId } from '../../ids'
import { isFields } from '../is-fields'
import type { BoardDocument, Initiative, Json } from '../layout'
import { readInitiative, findRecord, readTeam } from '../read'

/** More lines than anybody copies by hand. */
const MOST_LINES = 500
const DEEPEST = 12

/**
 * What these parts of a board (`<root>/<id>`) say now, one line for each, so that a person can take it along; parts
 * that say the same are named once.
 */
export function unsavedWords(board: BoardDocument, keys: readonly string[]): readonly string[] {
  // Whoever made or changed an initiative sees by its own line where it stands as well.
  const named = new Set(keys)
  const lines = keys.flatMap((key) => {
    const [root = '', id = ''] = key.split('/')
    if (root === 'placements' && (named.has(`initiatives/${id}`) || named.has(`teams/${id}`))) return []
    return [lineOf(board, root, id)]
  })
  return [...new Set(lines)].slice(0, MOST_LINES)
}

function lineOf(board: BoardDocument, root: string, id: string): string {
  switch (root) {
    case 'initiatives':
      return initiativeLine(readInitiative(board, id as InitiativeId))
    case 'teams':
      return teamLine(board, id)
    case 'placements':
      return `Where ${titleOf(board, id)} stands`
    case 'interactions':
      return 'How two teams work with each other'
    case 'instances':
      return 'Where a template stands'
    default:
      return recordLine(board, id)
  }
}

function initiativeLine(initiative: Initiative | null): string {
  if (!initiative) return 'An initiative'
  const { title, summary, team, owner, effort, tags = [], links = [], deleted } = initiative
  if (deleted) return `Initiative: ${title} (deleted)`
  const facts = [
    summary,
    team && `team ${team}`,
    owner && `owner ${owner}`,
    `effort ${effort}`,
    ...tags,
    ...links,
  ]
  return [`Initiative: ${title}`, ...facts.filter(Boolean)].join('; ').replace(/\s+/g, ' ')
}

function teamLine(board: BoardDocument, id: string): string {
  const team = readTeam(board, id)
  if (!team) return 'A team'
  if (team.deleted) return `Team: ${team.name} (deleted)`
  const facts = [team.size !== undefined && `${team.size} people`, team.focus]
  return [`Team: ${team.name}`, ...facts.filter(Boolean)].join('; ')
}

function titleOf(board: BoardDocument, id: string): string {
  const title = readInitiative(board, id as InitiativeId)?.title ?? readTeam(board, id)?.name
  return title ? `“${title}”` : 'a card'
}

function recordLine(board: BoardDocument, id: string): string {
  const record = findRecord(board, id)
  if (!record) return 'Something that was deleted'
  const props = record['props']
  const words = isFields(props) ? wordsIn(props['richText'], 0).replace(/\s+/g, ' ').trim() : ''
  if (words !== '') return `Written: ${words}`
  return record['type'] === 'image' ? 'A picture' : 'Something drawn'
}

function wordsIn(node: Json | undefined, depth: number): string {
  if (!isFields(node) || depth > DEEPEST) return ''
  const { text, content } = node
  const inner = Array.isArray(content) ? content.map((part: Json) => wordsIn(part, depth + 1)).join(' ') : ''
  return typeof text === 'string' ? text + inner : inner
}
