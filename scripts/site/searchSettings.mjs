/** How sections are looked up. The page searches with the settings that it was indexed with. */
export const SEARCH = {
  fields: ["title", "text"],
  storeFields: ["title", "page", "address"],
  searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.15, combineWith: "AND" },
};
