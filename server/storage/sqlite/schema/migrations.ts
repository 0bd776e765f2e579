/** One step of the schema. Numbers count up by one from 1; a released step is never edited, only followed by another. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

const boardsAndPeople = `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE links (
    secret_hash TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES boards (id),
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER
  ) STRICT;
  CREATE INDEX links_of_board ON links (board_id);
  CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE memberships (
    board_id TEXT NOT NULL REFERENCES boards (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    color_slot INTEGER NOT NULL,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (board_id, person_id)
  ) STRICT;
  CREATE INDEX memberships_of_person ON memberships (person_id, joined_at);
`

// Client ids and changes name people without a reference: the server itself writes the first update of a board.
const documents = `
  CREATE TABLE update_log (
    board_id TEXT NOT NULL REFERENCES boards (id),
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (board_id, epoch, seq)
  ) STRICT;
  CREATE TABLE snapshots (
    board_id TEXT NOT NULL REFERENCES boards (id),
    epoch INTEGER NOT NULL,
    upto_seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (board_id, epoch, upto_seq)
  ) STRICT;
  CREATE TABLE client_ids (
    board_id TEXT NOT NULL REFERENCES boards (id),
    epoch INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (board_id, epoch, client_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE changes (
    board_id TEXT NOT NULL REFERENCES boards (id),
    record TEXT NOT NULL,
    person_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (board_id, record, person_id)
  ) STRICT, WITHOUT ROWID;
`

const assetsAndWriteCheck = `
  CREATE TABLE assets (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES boards (id),
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE write_check (id INTEGER PRIMARY KEY NOT NULL, count INTEGER NOT NULL) STRICT;
  INSERT INTO write_check VALUES (1, 0);
`

const boardLife = `
  ALTER TABLE boards ADD COLUMN deleted_at INTEGER;
  ALTER TABLE memberships ADD COLUMN opened_at INTEGER;
  ALTER TABLE memberships ADD COLUMN left_at INTEGER;
`

const departures = `
  ALTER TABLE memberships ADD COLUMN departure TEXT;
`

// Only who changed something last is ever asked, and only of initiatives and where they stand.
const lastChanges = `
  CREATE TABLE last_changes (
    board_id TEXT NOT NULL REFERENCES boards (id),
    record TEXT NOT NULL,
    person_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (board_id, record)
  ) STRICT, WITHOUT ROWID;
  INSERT OR REPLACE INTO last_changes
    SELECT board_id, record, person_id, at, seq FROM changes
    WHERE record LIKE 'initiatives/%' OR record LIKE 'placements/%'
    ORDER BY at, seq;
  DROP TABLE changes;
  ALTER TABLE last_changes RENAME TO changes;
`

// Each image lies on pages of its own: looking through all to find those of one board reads as many.
const imagesOfBoard = `
  CREATE INDEX assets_of_board ON assets (board_id);
`

// What stands behind the bytes of an image is only found by reading them all: the index has it, too.
const pixelsOfImages = `
  ALTER TABLE assets ADD COLUMN pixels INTEGER NOT NULL DEFAULT 0;
  DROP INDEX assets_of_board;
  CREATE INDEX assets_of_board ON assets (board_id, id, pixels);
`

/** Every step the code knows, in order. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'first tables', sql: boardsAndPeople + documents + assetsAndWriteCheck },
  { number: 2, name: 'deleted boards, last opened, left boards', sql: boardLife },
  { number: 3, name: 'how members left', sql: departures },
  { number: 4, name: 'one last change of each record', sql: lastChanges },
  { number: 5, name: 'images by board', sql: imagesOfBoard },
  { number: 6, name: 'pixels of images', sql: pixelsOfImages },
]
