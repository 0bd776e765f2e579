import type { AssetRoom } from './board-storage'

/** Says whether one more image fits into the room of a board beside those that are held. */
export function isRoomFor(image: Omit<AssetRoom, 'count'>, held: AssetRoom, room: AssetRoom): boolean {
  return (
    held.count < room.count &&
    held.bytes + image.bytes <= room.bytes &&
    held.pixels + image.pixels <= room.pixels
  )
}
