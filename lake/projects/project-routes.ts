import { Hono, type Context } from 'hono'
import type { Accounts } from '../access/accounts.ts'
import { listDocumentGrants } from '../access/grants.ts'
import type { Identity } from '../access/identity.ts'
import { httpError, unauthorized } from '../errors.ts'
import type { Scopes } from '../scopes/create-scopes.ts'
import { stubRoutes } from './stub-routes.ts'
import {
  describeDataset,
  describeProject,
  describeProjectGrants,
  type ProjectNames,
} from './describe-project.ts'

export interface ProjectRoutesDeps extends ProjectNames {
  access: { accounts: Accounts }
  scopes: Scopes
}

/** The project, its dataset, what a signed-in caller may do there, and stubs of cloud services. Mount below `/v…`. */
export function projectRoutes(deps: ProjectRoutesDeps): Hono {
  const { access, scopes, projectId, dataset } = deps
  const routes = new Hono()

  const describe = (identity: Identity) => describeProject(deps, access.accounts.listUsers(), identity)
  const identifyMember = (c: Context): Identity => {
    const identity = access.accounts.identify(c.req.raw)
    if (identity.kind === 'anonymous') throw unauthorized()
    const asked = c.req.param('project')
    if (asked !== undefined && asked !== projectId) throw projectNotFound(asked)
    return identity
  }

  routes.get('/projects', (c) => c.json([describe(identifyMember(c))]))
  routes.get('/projects/:project', (c) => c.json(describe(identifyMember(c))))
  routes.get('/projects/:project/grants', (c) => c.json(describeProjectGrants(identifyMember(c))))
  routes.on('GET', ['/datasets', '/projects/:project/datasets'], (c) => {
    identifyMember(c)
    return c.json([describeDataset(deps)])
  })
  routes.get('/projects/:project/datasets/:dataset/acl', (c) => {
    const identity = identifyMember(c)
    const asked = c.req.param('dataset')
    // The Studio asks about its dataset for comments even where comments are switched off.
    if (asked === `${dataset}-comments`) return c.json([])
    if (asked !== dataset) throw datasetNotFound(asked)
    return c.json(listDocumentGrants(identity, scopes.areaOf(identity)))
  })
  routes.get('/projects/:project/user-applications', (c) => {
    identifyMember(c)
    return c.json([])
  })
  routes.route('/', stubRoutes())
  return routes
}

function projectNotFound(id: string) {
  return httpError(404, `Project "${id}" not found`, { errorCode: 'SIO-404-PNF' })
}

function datasetNotFound(name: string) {
  return httpError(404, `Dataset "${name}" not found`, { errorCode: 'SIO-404-DNF' })
}
