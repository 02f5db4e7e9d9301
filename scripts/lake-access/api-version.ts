/** The version of the Content Lake API that the project speaks. */
export const API_VERSION = '2025-02-19'
