import { expect, test } from 'vitest'
import { documentState, draftId, hasPath, isDocumentId, publishedId } from './document-id.ts'

test.each([
  { id: 'practice', state: 'published', published: 'practice', draft: 'drafts.practice', path: false },
  { id: 'drafts.practice', state: 'draft', published: 'practice', draft: 'drafts.practice', path: true },
  {
    id: 'versions.r1.practice',
    state: 'version',
    published: 'practice',
    draft: 'drafts.practice',
    path: true,
  },
  {
    id: 'versions.odd',
    state: 'published',
    published: 'versions.odd',
    draft: 'drafts.versions.odd',
    path: true,
  },
  { id: 'drafts.a.b', state: 'draft', published: 'a.b', draft: 'drafts.a.b', path: true },
  {
    id: 'draftsperson',
    state: 'published',
    published: 'draftsperson',
    draft: 'drafts.draftsperson',
    path: false,
  },
])('$id is $state', ({ id, state, published, draft, path }) => {
  expect(documentState(id)).toBe(state)
  expect(publishedId(id)).toBe(published)
  expect(draftId(id)).toBe(draft)
  expect(hasPath(id)).toBe(path)
})

test.each(['a', 'organization-shkola-1', '_.releases.x', 'image-abc-10x10-png', 'A'.repeat(128)])(
  '%s may be an id',
  (id) => {
    expect(isDocumentId(id)).toBe(true)
  },
)

test.each(['', '.a', '-a', 'a b', 'a/b', 'школа', 'a..b', 'a.', 'a\n', 'A'.repeat(129)])(
  '%j may be no id',
  (id) => {
    expect(isDocumentId(id)).toBe(false)
  },
)
