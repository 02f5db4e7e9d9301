/** Version of the Content Lake's interface that the Studio's own queries use. */
export const API_VERSION = '2025-02-19'
