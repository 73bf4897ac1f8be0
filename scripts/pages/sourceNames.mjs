/**
 * @typedef {object} Source
 * @property {string} authors
 * @property {number} year - of the edition that one reads
 * @property {number} [preprint] - year of the first version, where lessons or code give that one
 * @property {string} title
 * @property {string} where - journal, conference or publisher
 * @property {string} good - what it is good for, in a phrase
 */

/** "Y. LeCun, L. Bottou and …" → "LeCun". */
export function familyOf({ authors }) {
  return authors.split(/, | and /)[0].replace(/^(?:\p{Lu}[\p{Ll}]?\.[ -]?)+/u, "");
}

/** Whether an entry under "Further reading" is this source. Entries may shorten a title. */
export function isRead(source, { text, title, year }) {
  return (
    yearsOf(source).includes(year) &&
    letters(source.title).startsWith(letters(title)) &&
    text.includes(familyOf(source))
  );
}

/**
 * The sources that a text names: the first author's family name, not behind another author's, and soon after it the year. Where an author has several of
 * one year, the title decides.
 *
 * @param {string} text - on one line, without marks
 * @param {Source[]} sources
 * @param {number} reach - how many characters the year may stand after the name
 */
export function namedIn(text, sources, reach) {
  return sources.filter((source) => {
    const name = `(?<![\\p{L}-]|[,&] | and )${familyOf(source)}(?![\\p{L}-])`;
    const mention = new RegExp(`${name}[^;]{0,${reach}}?(?<!\\d)(${yearsOf(source).join("|")})(?!\\d)`, "gu");
    return [...text.matchAll(mention)].some(([words, year]) => fits(words, Number(year), source, sources));
  });
}

function fits(words, year, source, sources) {
  const namesakes = sources.filter((other) => familyOf(other) === familyOf(source) && yearsOf(other).includes(year));
  const titled = namesakes.filter(({ title }) => letters(words).includes(letters(title).slice(0, 12)));
  return (titled.length > 0 ? titled : namesakes)[0] === source;
}

function yearsOf({ year, preprint }) {
  return preprint === undefined ? [year] : [year, preprint];
}

function letters(text) {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, "");
}
