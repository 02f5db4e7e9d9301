/** Increased with every change of what the index holds: an index of another version is built anew. */
const VERSION = 3

/**
 * The index is a file of its own, made from the dataset and never backed up. It follows the log of transactions, so
 * writers do not wait for it; whoever reads it looks at the documents that changed since itself.
 */
export const INDEX_SCHEMA = `
  CREATE TABLE progress (
    sequence INTEGER NOT NULL, transaction_id TEXT NOT NULL, ready INTEGER NOT NULL,
    -- The time within which it is known how the public sees documents, in ms since 1970.
    faced_from INTEGER NOT NULL, faced_until INTEGER NOT NULL
  ) STRICT;
  INSERT INTO progress VALUES (0, '', 0, 0, 0);

  CREATE TABLE entry (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    state TEXT NOT NULL,
    sortable INTEGER NOT NULL,
    -- Whether the public sees it, what tells one face from another, and whether the face may be out of date.
    shown INTEGER NOT NULL DEFAULT 0,
    face INTEGER NOT NULL DEFAULT 0,
    stale INTEGER NOT NULL DEFAULT 1
  ) STRICT;
  CREATE INDEX entry_stale ON entry (stale) WHERE stale = 1;
  CREATE INDEX entry_by_type ON entry (type, state, number);
  CREATE INDEX entry_unsorted ON entry (type) WHERE sortable = 0;

  CREATE TABLE sort_path (
    number INTEGER NOT NULL PRIMARY KEY, type TEXT NOT NULL, path TEXT NOT NULL, UNIQUE (type, path)
  ) STRICT;
  CREATE TABLE sort_key (
    path INTEGER NOT NULL, rank INTEGER NOT NULL, value ANY NOT NULL, entry INTEGER NOT NULL,
    PRIMARY KEY (path, rank, value, entry)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sort_key_by_entry ON sort_key (entry, path);

  -- Where the public sees something else than the document has.
  CREATE TABLE reworded (
    path INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (path, entry)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reworded_by_entry ON reworded (entry);
  -- What the face of a document was made of.
  CREATE TABLE asked (
    mark INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (mark, entry)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX asked_by_entry ON asked (entry);

  CREATE VIRTUAL TABLE word USING fts5(
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
  PRAGMA user_version = ${VERSION};
`

export const INDEX_VERSION: number = VERSION
