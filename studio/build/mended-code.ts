import { HARD_CODED_WORDS } from '../locale/hard-coded-words.ts'

/** A place in the Studio's own code that is changed while it is bundled. */
export interface Mend {
  /** Why it is changed. */
  why: string
  find: string
  replace: string
}

/**
 * Changes for the embedded lake, which lives on the Studio's own origin. Each must be found in the packages:
 * when a new version of the Studio moves one, the build stops and says which.
 */
export const OWN_ORIGIN_MENDS: readonly Mend[] = [
  {
    why: 'The embedded SDK asks for the user at <project>.<host>, which is another host; the origin itself knows.',
    find: 'subscribeToStateAndFetchCurrentUser(context, { useProjectHostname: !0 })',
    replace: 'subscribeToStateAndFetchCurrentUser(context, { useProjectHostname: !1 })',
  },
  {
    why: 'The SDK would look for a session at the hosted lake.',
    find: 'async function checkForCookieAuth(projectId, clientFactory) {\n\tif (!projectId) return !1;',
    replace: 'async function checkForCookieAuth() {\n\treturn !1;',
  },
  {
    why: 'The probe behind the menu of workspaces would ask <project>.<host>.',
    find: 'let client = factory({\n\t\t...AUTH_CLIENT_OPTIONS,\n\t\tprojectId: input.projectId,',
    replace:
      'let client = factory({\n\t\t...AUTH_CLIENT_OPTIONS,\n\t\tuseProjectHostname: !1,\n\t\tprojectId: input.projectId,',
  },
  {
    why: 'The project has no page at the hosted service to manage it; people are added by the administrator.',
    find: 'function ManageMenu() {',
    replace: 'function ManageMenu() {\n\treturn null;',
  },
  {
    why: 'The project has no page at the hosted service to manage it; people are added by the administrator.',
    find: 'function ManageMenu$1(t0) {',
    replace: 'function ManageMenu$1(t0) {\n\treturn null;',
  },
  {
    why: 'A toast warns that HTTP/1.1 allows few connections; event streams share one socket here.',
    find: 'protocol: getDebugProtocol() ?? (timingEntry.nextHopProtocol || "unknown")',
    replace: 'protocol: "h2"',
  },
]

/** English that no translation reaches, said in Russian. */
export const WORD_MENDS: readonly Mend[] = HARD_CODED_WORDS.map(([find, replace]) => ({
  why: 'These words cannot be translated in another way.',
  find,
  replace,
}))

/** Changes for every lake: nothing is fetched from hosts that serve neither the site nor its content. */
export const EVERYWHERE_MENDS: readonly Mend[] = [
  {
    why: 'An edit that follows «Опубликовать» would call off the publishing that is under way: the press is lost.',
    find: 'mergeMap$1((groups$) => groups$.pipe(switchMap$1((args) => operationArgs(',
    replace: 'mergeMap$1((groups$) => groups$.pipe(mergeMap$1((args) => operationArgs(',
  },
  {
    why: 'Errors of the document as it was were taken for errors of what was typed since, and a press on «Опубликовать» was refused.',
    find: 'map$1(([revision, validationStatus]) => ({\n\t\t...validationStatus,\n\t\trevision\n\t}))',
    replace: 'map$1(([, validationStatus]) => validationStatus)',
  },
  {
    why: 'Each revision is checked, so that the one that a press waits for is.',
    find: 'distinctUntilChanged$1((prev, next) => prev?._rev === next?._rev || shallowEquals(omit(prev, "_rev", "_updatedAt"), omit(next, "_rev", "_updatedAt")))',
    replace: 'distinctUntilChanged$1((prev, next) => prev?._rev === next?._rev)',
  },
  {
    why: 'What is typed while a draft is being published would find no draft and crash the Studio; the lake makes a new one.',
    find: 'operations.push((doc) => patch.apply(doc));',
    replace: 'operations.push((doc) => doc ? patch.apply(doc) : doc);',
  },
  {
    why: 'The version check would ask the makers of the Studio every quarter of an hour; it gets an empty answer.',
    find: '`${isStaging ? "https://sanity-cdn.work" : "https://sanity-cdn.com"}/v1/modules`',
    replace: '"data:application/json,{}#"',
  },
  {
    why: 'Under the sign-in stand links to the makers of the Studio, in English.',
    find: 'children: LINKS.map(_temp$11)',
    replace: 'children: null',
  },
  {
    why: 'The sign-in is to Kopilka.',
    find: 'children: /* @__PURE__ */ jsx(SanityLogo, { dark: prefersDark })',
    replace: 'children: null',
  },
  {
    why: 'Kinds of files are named as people know them: JPEG, not image/jpeg.',
    find: 'listFormat.format(accept.split(",").map(_temp2$27))',
    replace:
      'listFormat.format(accept.split(",").map((type) => type.trim().replace(/^\\w+\\/|^\\./, "").toUpperCase()))',
  },
  {
    why: 'Russian does not write Every Word with a capital.',
    find: 'textTransform: "capitalize"',
    replace: 'textTransform: "none"',
  },
  {
    why: 'The help menu holds only links to the makers of the Studio, in English.',
    find: 'shouldRender.resources && /* @__PURE__ */ jsx(ResourcesButton, {})',
    replace: 'null',
  },
  {
    why: 'Reports of errors go nowhere.',
    find: 'tunnel: "https://api.sanity.io/vX/intake/tracing"',
    replace: 'tunnel: "data:,"',
  },
  {
    why: 'Feedback to the makers of the Studio goes nowhere.',
    find: 'FEEDBACK_TUNNEL_URL = "https://api.sanity.io/vX/intake/feedback"',
    replace: 'FEEDBACK_TUNNEL_URL = "data:,"',
  },
  {
    why: 'The bridge connects to a dashboard of the hosted service.',
    find: '"https://core.sanity-cdn.com/bridge.js"',
    replace: '"data:text/javascript,"',
  },
  {
    why: 'The avatar of system changes is a picture on another host.',
    find: '"https://public.sanity.io/logos/favicon-192.png"',
    replace: '"data:,"',
  },
  {
    why: 'An advertisement shows a picture of another host.',
    find: '"https://cdn.sanity.io/images/pyrmmpch/production/b47224e2f3a7d1747e43b9da1ac31739250e628b-632x376.png"',
    replace: '"data:,"',
  },
]
