import type { User } from '../access/accounts.ts'
import { hasRole, ROLE_TITLES, type Identity } from '../access/identity.ts'

export interface ProjectNames {
  projectId: string
  dataset: string
}

/** The one project of this lake, as the Studio and `client.projects` read it. @param users members of the project */
export function describeProject({ projectId }: ProjectNames, users: User[], identity: Identity) {
  return {
    id: projectId,
    displayName: 'Копилка',
    organizationId: null,
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
    metadata: {},
    features: [],
    members: users.map(({ id, role, createdAt }) => ({
      id,
      createdAt,
      role,
      roles: [{ name: role, title: ROLE_TITLES[role] }],
      isCurrentUser: id === identity.id,
      isRobot: false,
    })),
  }
}

/** What may be done with the project itself; nobody invites people or deploys a Studio through the API. */
export function describeProjectGrants(identity: Identity) {
  const grants = hasRole(identity, 'viewer') ? [{ name: 'read', params: {} }] : []
  return { 'sanity.project': [{ grants }], 'sanity.project.members': [{ grants }] }
}

export function describeDataset({ dataset }: ProjectNames) {
  return { name: dataset, aclMode: 'public', datasetProfile: 'content', createdByUserId: null, tags: [] }
}
