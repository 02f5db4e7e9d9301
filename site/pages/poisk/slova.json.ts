import type { APIRoute } from 'astro'
import { respondJson } from '../../server/responses.ts'
import { countSearchWords } from '../../views/search/search-words.ts'

export const GET: APIRoute = ({ locals }) => respondJson(countSearchWords(locals.content))
