/** Every limit of the sync protocol in one place; `docs/protocol.md` lists them. */
export const LIMITS = {
  /** A frame larger than this ends its connection with 4413. */
  FRAME_BYTES: 8 * 1024 * 1024,
  UPDATE_BYTES: 1024 * 1024,
  STEP2_BYTES: 8 * 1024 * 1024,
  /**
   * More than anybody writes between two connections; the server takes up to 6 µs for each. Yjs leaves collected structs
   * side by side where several people wrote in what was deleted, so that those are no sign of a forger.
   */
  STRUCTS_PER_UPDATE: 100_000,
  /** A whole document's deletions come with every step2. */
  DELETED_RANGES_PER_UPDATE: 1_000_000,
  /**
   * As many as one person may begin to use at once: what was carried over to a new epoch has an id for every few
   * changes, and all of them come in one step2 where the line broke before they were acked.
   */
  CLIENT_IDS_PER_UPDATE: 500,
  /** A client's own ids of whatever the server does not have yet. */
  UNKNOWN_CLIENTS_IN_VECTOR: 1_000,
  PRESENCE_BYTES: 4 * 1024,
  LANE_START_BYTES: 16 * 1024,
  LANE_DELTA_BYTES: 64,
  /** Above this many records a gesture travels as its bounds only. */
  LANE_RECORDS: 60,
  LANE_FRAMES_PER_SECOND: 40,
  /** A start that takes something in hand counts as so many frames: the server and every page look through what is held. */
  LANE_START_COST: 5,
  PRESENCE_FRAMES_PER_SECOND: 30,
  /** A cursor at its 12 Hz with 20 shapes selected is a third of this. */
  PRESENCE_BYTES_PER_SECOND: 32 * 1024,
  /** A hand at 30 Hz is a quarter of this; the start of a gesture is paid from what a calm hand has left. */
  LANE_BYTES_PER_SECOND: 8 * 1024,
  /** How far apart a board's answers to those who ask who is present are; each goes to all who asked meanwhile. */
  PRESENCE_ANSWER_MS: 1_000,
  /** How often one moving cursor is told to the others; of those in between only the last counts. */
  CURSORS_PER_SECOND: 12,
  /** All moving cursors together, as told to each reader: where many move, each is told less often. */
  CURSORS_PER_SECOND_IN_ALL: 120,
  /** In such a room, the cursor of a hand that carries something: the gesture shows where it is. */
  CURSORS_IN_HAND_PER_SECOND: 2,
  /** What everybody on a board says of themselves within a second: less is told as it comes, as of 40 people. */
  PRESENCE_FREE_BYTES: 16 * 1024,
  /** Of more, so much is told to each reader: whoever says more is told of less often. */
  PRESENCE_TOLD_BYTES_PER_SECOND: 64 * 1024,
  /** What may come in one go, as so many seconds of its rate. */
  BURST_S: 2,
  UPDATES_PER_SECOND: 60,
  /** A step1 counts as so many updates, because it may cost the server an answer of megabytes. */
  STEP1_COST: 10,
  UPDATE_BYTES_PER_SECOND: 256 * 1024,
  /** Step2 that were asked for and are not counted by their size; connecting asks once, a change of role once more. */
  ANSWERS_PER_MINUTE: 6,
  /** As how many bytes of updates each part of an update counts: it costs the server that much work, however short. */
  STRUCT_WORK_BYTES: 32,
  DELETED_RANGE_WORK_BYTES: 8,
  /** Likewise each list or object within a value: an empty one has two bytes and takes 1 µs. */
  HELD_OBJECT_WORK_BYTES: 8,
  /**
   * By how many structs the writes of one person may make boards grow. Typing adds hardly any, a hand that carries 500
   * cards for long as many a second.
   */
  GROWTH_STRUCTS_PER_SECOND: 500,
  /** Twice as many as one update may have. */
  GROWTH_STRUCTS_AT_ONCE: 200_000,
  /**
   * The same for one board and all people together, of whom anybody may make up many: half as fast again as one person
   * may, so that nobody alone keeps others waiting, and DOCUMENT_STRUCTS take longer than RENEW_IDLE_MS.
   */
  BOARD_GROWTH_STRUCTS_PER_SECOND: 750,
  /** All that one person may bring, who owes nothing before the last update. */
  BOARD_GROWTH_STRUCTS_AT_ONCE: 300_000,
  /**
   * Whoever writes no more waits for nothing that others write: several times what people write in a workshop, and, of
   * 300 people and all that one address may make up, half of what a board may take.
   */
  LITTLE_GROWTH_STRUCTS_PER_SECOND: 1,
  LITTLE_GROWTH_STRUCTS_AT_ONCE: 500,
  /**
   * Where an update names the middle of a text, Yjs cuts it in two and moves along all that stands behind it in a list:
   * up to 1 ns each, on the server and in every page. All that one person sends for one tick moves no more either. So
   * many count as one struct by which a board grows.
   */
  MOVED_PER_UPDATE: 50_000_000,
  MOVED_PER_STRUCT: 1_000,
  /**
   * What an update overwrites may have to be put back, which is told to everybody in one piece. So many bytes of one person
   * in one tick, beyond so many times what they sent: a restyled or resized board overwrites about as much as it says.
   */
  OVERWRITTEN_BYTES: 1024 * 1024,
  OVERWRITTEN_TIMES: 4,
  /**
   * What is deleted beside something that is gone is joined with it, which moves along as much as a cut does. That is
   * known from above alone, and an honest deletion of many things may move much: so many count as one.
   */
  JOINED_PER_MOVED: 10,
  /**
   * To place a struct Yjs walks over all between its neighbours, up to 1.2 µs for each that stands there, and over those
   * of the same update, of which there are far fewer than can be told beforehand. An honest walk has a few steps.
   */
  MOVED_PER_STEP: 5_000,
  MOVED_PER_FRESH_STEP: 50,
  /**
   * So many steps of one walk are as many as others wrote of the same thing meanwhile, in ten seconds of an arrow key, and
   * count for less: an update may have 100,000 of them, which take 25 to 80 ms, before it is too far.
   */
  NEAR_STEPS: 256,
  MOVED_PER_NEAR_STEP: 500,
  /**
   * As so many entries counts each item, also a deleted one, that is passed where the server cuts a text to its length or
   * looks what was typed in it: a text may hold two thousand letters among hundreds of thousands that are gone.
   */
  MOVED_PER_TEXT_ITEM: 20,
  /** A larger update waits while its person owes for others. */
  WAITING_UPDATE_BYTES: 64 * 1024,
  /** One tick of a board does so much; what more has come is for the next ones. */
  TICK_WORK_BYTES: 256 * 1024,
  /** All frames together, also the copies of others' presence that a plain y-websocket client sends back. */
  FRAMES_PER_SECOND: 250,
  /** A connection that keeps exceeding its rates for this long is closed with 1013. */
  OVER_RATE_CUTOFF_MS: 30_000,
  /** A message that has begun to come and gets on by less than this within the time ends its connection with 1013. */
  UNFINISHED_BYTES: 16 * 1024,
  UNFINISHED_MS: 30_000,
  /**
   * What has come of such messages, and of whole ones that wait or are not safe on disk yet, on all sockets of one person:
   * more ends the sockets beyond it with 1013.
   */
  UNFINISHED_BYTES_PER_PERSON: 16 * 1024 * 1024,
  /** Of everybody in one process: more ends the newest sockets of whoever has most, until it fits. */
  UNFINISHED_BYTES_IN_ALL: 128 * 1024 * 1024,
  /** Writes of one socket that wait for something missing. */
  HELD_UPDATES: 256,
  /** After this many step2 that did not bring what is missing, it will not come. */
  HELD_USELESS_STEP2: 3,
  HELD_MS: 30_000,
  /** Twice as patient with whoever says nothing more: a large step2 may be on a slow line. */
  HELD_SILENT_MS: 60_000,
  /** Such writes of all sockets of one person; of one socket as many as a step2. */
  HELD_BYTES_PER_PERSON: 16 * 1024 * 1024,
  /** Yjs client ids one connection may be present under. */
  CLIENT_IDS_PER_CONNECTION: 4,
  /** Of all boards: who was first present under them, also where nobody is on the board any more. */
  CLAIMED_IDS_REMEMBERED: 100_000,
  /** Of work on a board that is being loaded, before whatever else waits has its turn. */
  LOAD_STRETCH_MS: 8,
  /** A board of more structs, or bytes, is loaded in its turn: a slow machine takes a tenth of a second for as many. */
  HEAVY_LOAD_STRUCTS: 20_000,
  HEAVY_LOAD_BYTES: 1024 * 1024,
  /** After such a load the next one waits so many times as long as it took: loading takes a third of the time at most. */
  HEAVY_LOAD_REST_TIMES: 2,
  HEAVY_LOADS_WAITING_PER_PERSON: 20,
  HEAVY_LOADS_WAITING_IN_ALL: 200,
  /** Shorter than a client waits for the first word of a server. */
  HEAVY_LOAD_WAIT_MS: 25_000,
  /**
   * Refused writes one connection may make before it is closed with 4403. Of one message one counts; of those that do
   * not, so many are an offence, which a connection is forgiven as often as its person is.
   */
  VIOLATIONS: 20,
  /** As long may what somebody sent be under way before they hear that they may do less. */
  ROLE_UNHEARD_MS: 10_000,
  /** Of one connection, told once a tick. */
  REFUSALS_PER_TICK: 1_000,
  /** A clock may run this far ahead before its stamps are set right. */
  CLOCK_AHEAD_MS: 300_000,
  /** Of one process: so many boards with two sockets each, at the 186 KB measured for one, take about 370 MB. */
  SOCKETS_IN_ALL: 4_000,
  /** Of one person on all boards together: nobody fills the server alone. */
  SOCKETS_OF_PERSON_IN_ALL: 200,
  /**
   * What one has beyond makes room for newcomers where the server is full. Twice PEOPLE_PER_ADDRESS, which one address
   * makes up in its first hour, times this has to stay far below SOCKETS_IN_ALL.
   */
  SOCKETS_KEPT_OF_PERSON: 2,
  ROOMS_IN_ALL: 2_000,
  /** What the documents of all loaded boards may take of the memory of one process, estimated by the two below. */
  BOARD_MEMORY_BYTES_IN_ALL: 1024 * 1024 * 1024,
  /** Measured: 200 to 270 for a struct that holds little, 320 where several people write in turn. */
  STRUCT_MEMORY_BYTES: 300,
  /** So many times its bytes, until what it holds is weighed: as drawings; notes take 3 times theirs, texts once. */
  CONTENT_MEMORY_TIMES: 4,
  /** Twice what 500 cards take after 20 people worked on them for two hours: no such board is ever in the way. */
  BOARD_MEMORY_ORDINARY_BYTES: 16 * 1024 * 1024,
  CONNECTIONS_PER_ROOM: 300,
  CONNECTIONS_PER_PERSON: 20,
  /** All sockets of one person, on all boards together, have this many times the rates of one. */
  PERSON_RATE_TIMES: 3,
  /** How often one person may connect to one board, and how often in one go. */
  CONNECTS_PER_SECOND: 1,
  CONNECTS_AT_ONCE: 60,
  /** The same for all boards together: after a restart, all sockets one person may have come at once. */
  CONNECTS_IN_ALL_PER_SECOND: 5,
  CONNECTS_IN_ALL_AT_ONCE: 200,
  /** Whoever was put out for what no working client sends more often than this has to wait, twice as long each time. */
  OFFENCES_FORGIVEN: 3,
  OFFENCE_WAIT_MS: 1_000,
  OFFENCE_WAIT_MOST_MS: 300_000,
  OFFENCES_FORGOTTEN_MS: 600_000,
  /** Whoever was counted for something and has all of it again is forgotten, looked for this often. */
  SWEEP_EVERY_MS: 60_000,
  /** A ticket may be used once within this time. */
  TICKET_LIFE_MS: 60_000,
  /** Whoever takes more gives up their own oldest, and takes none away from others. */
  TICKETS_PER_PERSON: 50,
  /** Where there are more, whoever has most gives up their oldest. */
  TICKETS_IN_ALL: 10_000,
  /** Whoever has no more than this is like everybody else then, and the network they are in decides. */
  TICKETS_KEPT_OF_PERSON: 2,
  /** Issued within TICKETS_ISSUED_MS, or at once: all sockets one person may have come with one each. */
  TICKETS_ISSUED_PER_PERSON: 200,
  /** One network never holds as many as there are in all, twice this being what it gets while one is good. */
  TICKETS_ISSUED_PER_ADDRESS: 2_000,
  TICKETS_ISSUED_MS: 60_000,
  /**
   * Yjs client ids under which one person may begin to write on one board within a day. Each stays in the document for
   * good, and every page that is opened brings another.
   */
  CLIENT_IDS_PER_PERSON: 2_000,
  /** So many of them at once: a document of very many makes every write on it slower, for everybody. */
  CLIENT_IDS_AT_ONCE: 500,
  CLIENT_IDS_PER_PERSON_MS: 86_400_000,
  /** What one person is told of the state of boards; whoever asks for more waits for it. */
  STATE_BYTES_PER_SECOND: 4 * 1024 * 1024,
  STATE_BYTES_AT_ONCE: 48 * 1024 * 1024,
  /** Of one board, for whoever asks: each different state keeps its work waiting. */
  STATES_MADE_BYTES_PER_SECOND: 20 * 1024 * 1024,
  STATES_MADE_BYTES_AT_ONCE: 2 * 1024 * 1024,
  /** A whole board is remembered this long: after a restart everybody asks for the same, but not all in one tick. */
  STATE_REMEMBERED_MS: 1_000,
  BUFFERED_LAGGING_BYTES: 1024 * 1024,
  BUFFERED_DRAINED_BYTES: 64 * 1024,
  BUFFERED_CUTOFF_BYTES: 8 * 1024 * 1024,
  LAGGING_CUTOFF_MS: 30_000,
  HEARTBEAT_MS: 10_000,
  /** A socket that leaves so many of these pings unanswered is dead. */
  PING_MS: 25_000,
  PINGS_UNANSWERED: 2,
  /** How long a closing socket may take to say goodbye. */
  GOODBYE_MS: 2_000,
  /** What of it is read meanwhile: what was on its way is more, where at all, and is not needed. */
  GOODBYE_BYTES: 64 * 1024,
  /** A larger state travels as several update frames of about this size, then a small step2. */
  STATE_PIECE_BYTES: 64 * 1024,
  TICK_MS: 16,
  TICK_BUSY_MS: 25,
  TICK_CROWDED_MS: 50,
  /** From so many connections on, of which a person has at most two: nobody slows a board by opening it often. */
  TICK_BUSY_CONNECTIONS: 40,
  TICK_CROWDED_CONNECTIONS: 60,
  TICK_CONNECTIONS_PER_PERSON: 2,
  /** A write that takes longer is shown as failing; pages ask anew for what is not acked after as long. */
  WRITE_LATE_MS: 5_000,
  /** A write that failed is tried again after the first, each time after twice as long, up to the second. */
  WRITE_AGAIN_MS: 250,
  WRITE_AGAIN_MOST_MS: 10_000,
  /** How long a board that is stopped may take to write what came. */
  LAST_WRITE_MS: 5_000,
  /** How long a process that was told to stop waits for what it was asked and has not answered. */
  LAST_ANSWERS_MS: 2_000,
  /** A process that was told to stop and has not by then ends anyway. */
  DRAIN_MS: 10_000,
  /** A room stays in memory this long after its last connection left. */
  ROOM_GRACE_MS: 30_000,
  /** One that was only read is let go at once where it took no longer to load. */
  ROOM_QUICK_LOAD_MS: 100,
  /** A room's log is compacted past either of these. */
  COMPACT_AFTER_UPDATES: 500,
  COMPACT_AFTER_BYTES: 1024 * 1024,
  /**
   * A document begins a new epoch, when it is loaded or nobody has written for so long, with so many structs and so many
   * times those of a fresh copy, with so many deleted entities, or with so many client ids that wrote in it.
   */
  RENEW_AFTER_STRUCTS: 50_000,
  RENEW_TIMES: 5,
  RENEW_AFTER_DELETED: 3_000,
  /** 300 people who each write in 16 pages a day need a day for it. */
  RENEW_AFTER_CLIENT_IDS: 5_000,
  /**
   * A document that has grown to this, or is over DOCUMENT_STRUCTS, is renewed at once, whatever is in hand: overwriting
   * makes it grow without end.
   */
  RENEW_AT_ONCE_BYTES: 30 * 1024 * 1024,
  /** Likewise: each makes every tick slower, which takes 4 ms with so many and 20 ms with three times as many. */
  RENEW_AT_ONCE_CLIENT_IDS: 10_000,
  RENEW_IDLE_MS: 600_000,
  /** Somebody's hold on a record ends after this much silence. */
  HOLD_SILENCE_MS: 5_000,
  /** Somebody has one hand, and another on a line that broke or on a second device. */
  HANDS_PER_PERSON: 2,
  /** Whoever writes in a text keeps others out of it; some write on two devices. */
  TEXTS_PER_PERSON: 2,
  /** As much as a full hand, of LANE_RECORDS, for a minute: nobody keeps a board from others for longer. */
  HELD_RECORD_SECONDS_AT_ONCE: 3_600,
  HELD_RECORDS_ALWAYS: 4,
  /** Living ones; of comments and decisions as many as of initiatives. */
  INITIATIVES: 2_000,
  /** Templates that stand on one board. */
  TEMPLATES: 24,
  TEAMS: 200,
  INTERACTIONS: 600,
  /** With the deleted ones, which stay in the document so that they can come back. */
  ENTITIES_IN_ALL: 6_000,
  RECORDS: 10_000,
  /** Parts of one record that were changed or taken away later; no kind of shape has half as many. */
  RECORD_UNITS: 64,
  /** How much one record may hold; estimated, not measured in any one encoding. */
  RECORD_BYTES: 128 * 1024,
  RECORD_TEXT_CHARACTERS: 20_000,
  RECORD_DEPTH: 48,
  /** Says what lies above what. Six hundred shapes put one by one between the same two have a hundred. */
  INDEX_CHARACTERS: 150,
  /** Far beyond any board, and small enough that sums of coordinates stay exact. */
  COORDINATE: 10_000_000,
  /** Of a canvas record; what is derived joins two ids. */
  RECORD_ID_CHARACTERS: 160,
  /**
   * Deleted records of which the server knows who made them: undoing the deletion brings them back in their name. All
   * shapes of a board, each with something bound to it, in about a megabyte.
   */
  DELETIONS_REMEMBERED: 4_000,
  SHAPES_ON_CANVAS: 2_000,
  /** What the shapes of a board take to be drawn, in points of a stroke: 2,000 strokes of 200 points each. */
  DRAWING_COST: 600_000,
  /** The same beyond ordinary ones: about three seconds. */
  DRAWING_COST_BEYOND_ORDINARY: 150_000,
  TITLE_CHARACTERS: 120,
  SUMMARY_CHARACTERS: 2_000,
  RICH_TEXT_BYTES: 20_000,
  NESTING: 16,
  /** A board whose document is larger takes nothing that makes it grow. */
  DOCUMENT_BYTES: 24 * 1024 * 1024,
  /**
   * By so much it still grows by small changes, by typing and by what was deleted lately and comes back. Half of it is
   * kept for what reads no longer than before and only stands beside what it replaces, as a new colour does.
   */
  FULL_MORE_BYTES: 4 * 1024 * 1024,
  FULL_KEPT_BYTES: 2 * 1024 * 1024,
  /** One change makes one thing no longer than this there. */
  FULL_CHANGE_BYTES: 200,
  /** As much as a move or the mark of a deletion takes; these are never too much. */
  FULL_MARK_BYTES: 256,
  /**
   * Likewise with more structs: 500 cards after two hours of 20 people have 22,000. Where most of them are history, it is
   * renewed at once instead.
   */
  DOCUMENT_STRUCTS: 500_000,
  /** Likewise where it takes more memory, as objects without fields do 30 times; 24 MB of drawings take 86 MB. */
  DOCUMENT_MEMORY_BYTES: 256 * 1024 * 1024,
  /** Such a measurement of a board that is full, or nearly, is good for this long, or until so much more was written. */
  DOCUMENT_MEASURED_MS: 5_000,
  DOCUMENT_MEASURED_BYTES: 6 * 1024 * 1024,
  ASSET_BYTES: 5 * 1024 * 1024,
  /**
   * Pages make larger ones smaller before they send them. One of 49 million, shown at 500 sizes, kept a page from drawing
   * anything for 46 s.
   */
  IMAGE_PIXELS: 2_560 * 2_560,
  /** Those of people have 1 to 24. One of 5 MB may have 230,000, each of which takes a browser a millisecond and more. */
  IMAGE_SCANS: 50,
  /** Of one that moves, each frame is unfolded again and again: twelve of 25 million halted a page for half a minute. */
  MOVING_IMAGE_PIXELS: 4_000_000,
  ASSETS_PER_BOARD: 500,
  ASSETS_BYTES_PER_BOARD: 250 * 1024 * 1024,
  /** A browser unfolds some 50 million a second: half a minute of one core for all images of a board, beside the rest. */
  ASSETS_PIXELS_PER_BOARD: 1_500_000_000,
  /** One that moves is unfolded over and over, and counts as so many that do not. */
  MOVING_IMAGE_TIMES: 10,
  /** New boards and new people from one network address within `PER_ADDRESS_MS`, or all at once. */
  BOARDS_PER_ADDRESS: 100,
  PEOPLE_PER_ADDRESS: 600,
  PER_ADDRESS_MS: 3_600_000,
  /**
   * Where images would make what is kept more than this many percent of what the settings allow, or the disk is
   * short of space, one network address adds so many bytes of them within `PER_ADDRESS_MS`, or all at once; copies of
   * boards count, too, and each new board as DOCUMENT_BYTES, which whoever made it may fill.
   */
  SCARCE_FROM_PERCENT: 50,
  SCARCE_BYTES_PER_ADDRESS: 500 * 1024 * 1024,
  /** How full the disk of the data folder is when the log says so; looked at this often. */
  DISK_HALF_FULL_PERCENT: 50,
  DISK_NEARLY_FULL_PERCENT: 90,
  /** Where it is nearly full and less is left, space is short: a large disk is 90 % full for years, with room for all. */
  DISK_SHORT_BYTES: 10 * 1024 ** 3,
  DISK_LOOKED_AT_MS: 30_000,
  /**
   * So many times what one network may is what a whole area may: a site has many networks, and whoever makes them up as
   * they like has not all that each may.
   */
  AREA_TIMES: 4,
  /** Uploads of images under way; whoever sends more waits, and is refused after the time below. */
  UPLOADS_PER_PERSON: 6,
  UPLOADS_IN_ALL: 24,
  IMPORTS_PER_PERSON: 1,
  IMPORTS_IN_ALL: 2,
  /** Of one kind. A browser sends a few at a time, however many images are dropped. */
  TURNS_WAITING_PER_PERSON: 50,
  /** Lists of one person, out and in, also those only previewed. */
  LISTS_PER_PERSON: 20,
  LISTS_PER_PERSON_MS: 60_000,
  TURN_AT_MOST_MS: 30_000,
  /** After so long, a body that still comes gives its turn to whoever waits for one. */
  TURN_LASTS_MS: 10_000,
  /** Who had a turn last, of people, networks and areas each: as long as people are counted who are made up. */
  LAST_TURNS_KEPT: 10_000,
  LAST_TURNS_MS: 3_600_000,
  /** Names that one person takes, each told on all their boards. */
  NAMES_PER_PERSON: 20,
  NAMES_PER_PERSON_MS: 60_000,
  /**
   * Links and roles that one person changes, and boards they delete and bring back: each is told to a board, and most are a
   * line in the log. As many as there are people on a board.
   */
  CHANGES_PER_PERSON: 300,
  CHANGES_PER_PERSON_MS: 60_000,
  /** Copies of boards: each may hold as many images as a board, which the disk is busy with for seconds. */
  DUPLICATES_PER_PERSON: 10,
  DUPLICATES_IN_ALL: 60,
  DUPLICATES_MS: 600_000,
  /** What pages and requests ask of the storage, so that no crowd of them keeps a board from being written. */
  STORAGE_CALLS_AT_ONCE: 3,
  /** Of one person, or of all of one network who are nobody yet: more than PEOPLE_PER_ADDRESS, who may all join at once. */
  STORAGE_CALLS_WAITING_PER_ASKER: 1_000,
  /** Each holds a request in memory. Where there are more, one is given up, as `takeFromFullest` of `AskerRobin` says. */
  STORAGE_CALLS_WAITING_IN_ALL: 2_000,
  /** Each picture may load a whole board to be drawn; kept, it is a few KB. */
  PICTURES_AT_ONCE: 2,
  PICTURES_WAITING_PER_PERSON: 50,
  PICTURES_KEPT: 500,
  /** For so many ms pictures are drawn for one person; drawing the fullest board takes some 300. */
  PICTURE_MS_PER_PERSON: 3_000,
  PICTURE_MS_PER_PERSON_MS: 30_000,
  /** Of a board with more members, those who opened it latest. */
  MEMBERS_LISTED: 200,
  JSON_BODY_BYTES: 64 * 1024,
  /**
   * What such requests take that have begun to come, of one network address: 1 KB each on all its lines, and in all. More
   * gives up the largest; what people send has a few hundred bytes, and comes in one piece.
   */
  UNFINISHED_BODY_BYTES_PER_ADDRESS: 8 * 1024 * 1024,
  UNFINISHED_BODY_BYTES_IN_ALL: 32 * 1024 * 1024,
  /** How long the body of a request may bring nothing, and take in all: 5 MB come in time at 45 KB a second. */
  BODY_STALLED_MS: 10_000,
  BODY_WHOLE_MS: 120_000,
  /**
   * Of all that comes over HTTP at the same moment: so much begins before boards have their turn again. Each takes some
   * tenths of a millisecond.
   */
  BEGUN_AT_ONCE: 8,
  /** Pages being rendered, each of which keeps all boards waiting a little; they go round those who ask. */
  PAGES_AT_ONCE: 3,
  /** Of one person, or of all of one network who are nobody yet, who may all come to one link at once. */
  PAGES_WAITING_PER_ASKER: 500,
  /** A page that is not taken by then gives up its turn, and goes on. */
  PAGE_TURN_MS: 2_000,
  /** Each takes one new line: with a page in every turn a crowd of a thousand would wait for ten seconds. */
  LOOP_TURNS_BETWEEN_PAGES: 32,
  /** Images on their way out, in turns between those who ask: of each the system copies some megabytes at once. */
  IMAGES_AT_ONCE: 16,
  /** A fullest board of images, opened in two windows through a proxy that asks for all at once. */
  IMAGES_WAITING_PER_PERSON: 1_000,
  /** An image that has not left by then gives up its turn, and goes on. */
  IMAGE_TURN_MS: 1_000,
  /** Lists on their way out, and previews of lists, in turns as images are; of them `LISTS_PER_PERSON` wait at most. */
  LISTS_AT_ONCE: 4,
  LIST_TURN_MS: 500,
  /** What answers hold together that are still leaving after `ANSWER_LATE_MS`; the largest, a list, has up to 24 MB. */
  ANSWERS_LATE_BYTES: 128 * 1024 * 1024,
  ANSWER_LATE_MS: 1_000,
  /** Open lines of one network, also those that say nothing: twice what 300 people take who all load the pages. */
  LINES_PER_ADDRESS: 4_000,
  /** Far below what a process may have open as files, of which each line is one. */
  LINES_IN_ALL: 12_000,
  /** No browser, and no proxy, asks for a second thing on a line before it has the first. */
  REQUESTS_WAITING_PER_LINE: 32,
  /** Longer than the longest wait for a turn; an answer that nobody takes would be kept in memory for ever. */
  STALLED_LINE_MS: 120_000,
  IMPORT_BYTES: 5 * 1024 * 1024,
  IMPORT_ROWS: 2_000,
  /** Of the thread that reads: half a second, but very much longer where the machine is busy. */
  IMPORT_BEGIN_MS: 20_000,
  /** Several times what the largest honest list takes once its thread has begun; and its memory. */
  IMPORT_READ_MS: 5_000,
  IMPORT_READ_MB: 256,
} as const
