/** Pages whose words the site brings itself; a document of type `page` with the same slug takes their place. */
export const builtInPages = ['/o-proekte/', '/dostupnost/', '/personalnye-dannye/'] as const
