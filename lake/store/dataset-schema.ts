/** The schema of `lake.sqlite`, as migrations, oldest first. */
export const DATASET_MIGRATIONS = [
  `
  CREATE TABLE document (
    id TEXT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    base TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('published', 'draft', 'version')),
    rev TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX document_by_type ON document (type, state, id);
  CREATE INDEX document_by_base ON document (base);
  CREATE INDEX document_by_update ON document (type, updated_at);
  CREATE INDEX document_by_creation ON document (type, created_at);

  CREATE TABLE reference (
    source TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    target TEXT NOT NULL,
    weak INTEGER NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (source, path)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reference_by_target ON reference (target, source, weak);

  CREATE TABLE committed (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    timestamp TEXT NOT NULL
  ) STRICT;
  CREATE INDEX committed_by_time ON committed (timestamp, sequence);

  CREATE TABLE change (
    sequence INTEGER NOT NULL REFERENCES committed (sequence),
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    type TEXT NOT NULL,
    previous_rev TEXT,
    result_rev TEXT,
    mutations TEXT NOT NULL,
    apply TEXT NOT NULL,
    revert TEXT NOT NULL,
    PRIMARY KEY (sequence, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX change_by_document ON change (document, sequence);
  `,
  `
  ALTER TABLE document ADD COLUMN slug TEXT GENERATED ALWAYS AS
    (CASE json_type(body, '$.slug.current') WHEN 'text' THEN json_extract(body, '$.slug.current') END) VIRTUAL;
  CREATE INDEX document_by_slug ON document (slug, type) WHERE slug IS NOT NULL;
  `,
] as const
