import type { ZodType } from 'zod'
import { isContentDocumentType } from '../documents/content-document-types.ts'
import type {
  ContentDocument,
  ContentDocumentOf,
  ContentDocumentType,
  LakeDocument,
} from '../documents/content-document.ts'
import { contentSchema } from './content-schema.ts'
import { createConverter, type Strictness } from './convert-type-node.ts'
import { typedAs } from './typed-as.ts'

const convert = {
  published: createConverter(contentSchema, 'published'),
  draft: createConverter(contentSchema, 'draft'),
} satisfies Record<Strictness, ReturnType<typeof createConverter>>

/** Strict validators of published documents by type; fields that the schema does not know are let through. */
export const documentValidators = {
  collection: buildPublished('collection'),
  coverage: buildPublished('coverage'),
  event: buildPublished('event'),
  formerAddress: buildPublished('formerAddress'),
  glossaryTerm: buildPublished('glossaryTerm'),
  indicatorReport: buildPublished('indicatorReport'),
  legalAct: buildPublished('legalAct'),
  material: buildPublished('material'),
  municipality: buildPublished('municipality'),
  organization: buildPublished('organization'),
  page: buildPublished('page'),
  person: buildPublished('person'),
  practice: buildPublished('practice'),
  region: buildPublished('region'),
  roadmap: buildPublished('roadmap'),
  siteSettings: buildPublished('siteSettings'),
} satisfies { [Type in ContentDocumentType]: ZodType<ContentDocumentOf<Type>> }

/** Loose validators of drafts by type: any field may be missing or null, none may be of another kind. */
export const draftValidators: ReadonlyMap<string, ZodType<LakeDocument>> = new Map(
  Object.keys(documentValidators).map((type) => [type, typedAs<LakeDocument>(buildDocument(type, 'draft'))]),
)

/** What is wrong with a document: where (`stages.0.activities.2.text`) and why, in Russian. */
export interface DocumentProblem {
  readonly path: string
  readonly message: string
}

/** Whether a value is a published document that keeps to the schema. */
export function isContentDocument(value: unknown): value is ContentDocument {
  if (typeof value !== 'object' || value === null || !('_type' in value)) return false
  const type = value._type
  return (
    typeof type === 'string' &&
    isContentDocumentType(type) &&
    documentValidators[type].safeParse(value).success
  )
}

/**
 * Everything that is wrong with a document: drafts are checked loosely, published documents strictly.
 * An empty list means that it keeps to the schema.
 */
export function findDocumentProblems(document: LakeDocument): DocumentProblem[] {
  if (!isContentDocumentType(document._type)) {
    return [
      {
        path: '_type',
        message: `Нет такого вида документов: «${document._type}». Выберите один из известных.`,
      },
    ]
  }
  const validator = isDraftId(document._id)
    ? draftValidators.get(document._type)
    : documentValidators[document._type]
  const issues = validator?.safeParse(document).error?.issues ?? []
  return issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
}

function isDraftId(id: string): boolean {
  return id.startsWith('drafts.') || id.startsWith('versions.')
}

function buildPublished<Type extends ContentDocumentType>(type: Type): ZodType<ContentDocumentOf<Type>> {
  return typedAs<ContentDocumentOf<Type>>(buildDocument(type, 'published'))
}

function buildDocument(type: string, strictness: Strictness): ZodType {
  const declaration = contentSchema.find(
    (candidate) => candidate.type === 'document' && candidate.name === type,
  )
  if (declaration?.type !== 'document') {
    throw new Error(
      `The schema has no document type "${type}": run "npm run generate" after changing the types.`,
    )
  }
  return convert[strictness]({ type: 'object', attributes: declaration.attributes })
}
