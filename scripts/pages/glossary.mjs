import { sectionsOf } from "./lessonText.mjs";
import { isBold, linkTo, placeOf } from "./places.mjs";
import { sorted } from "./words.mjs";

/**
 * The page of all words: English, Russian and Chinese, what each means, and where it is introduced.
 *
 * @param {import("./words.mjs").Word[]} words
 * @param {Map<string, string>} notebooks - the text of each lesson's notebook, by the lesson's name
 * @returns {string} Markdown
 * @throws {Error} naming each word that its lesson does not contain, or that points to none
 */
export function glossaryPage(words, notebooks) {
  const sections = new Map([...notebooks].map(([lesson, text]) => [lesson, sectionsOf(text)]));
  checkWords(words, sections);
  const byTerm = new Map(words.map((word) => [word.term, word]));
  const entries = sorted(words).map((word) => ({ initial: initialOf(word), text: entry(word, byTerm, sections) }));
  const initials = [...new Set(entries.map(({ initial }) => initial))];
  return [
    "<!-- Written by npm run notebooks from lessons/*/words.json; do not edit. -->",
    "# Words of the course",
    `${words.length} words, each in English, Russian and Chinese, with the lesson that explains it. Where books use other words, they stand behind “also”. At the end are lists [in Russian](#russian) and [in Chinese](#chinese).`,
    initials.map((initial) => `[${initial}](#${letterId(initial)})`).join(" "),
    ...initials.flatMap((initial) => [
      `<a id="${letterId(initial)}"></a>`,
      `## ${initial}`,
      ...entries.filter((one) => one.initial === initial).map(({ text }) => text),
    ]),
    '<a id="russian"></a>',
    "## По-русски",
    list(words, "ru"),
    '<a id="chinese"></a>',
    "## 中文",
    list(words, "zh"),
    "",
  ].join("\n\n");
}

function checkWords(words, sections) {
  const terms = new Set(words.map(({ term }) => term));
  const faults = words.flatMap(({ term, lesson, see }) => [
    ...(placeOf(term, sections.get(lesson) ?? []) ? [] : [`lessons/${lesson}/words.json: the lesson has no “${term}”`]),
    ...see
      .filter((other) => !terms.has(other))
      .map((other) => `lessons/${lesson}/words.json: “${term}” points to “${other}”, which is no word of the course`),
  ]);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

function entry(word, byTerm, sections) {
  const { term, id, ru, zh, says, also, see, lesson } = word;
  const place = placeOf(term, sections.get(lesson));
  const again = [...sections].filter(([other, text]) => other !== lesson && isBold(term, text));
  const lessons = [
    `[lesson ${lesson.slice(0, 2)}](${linkTo(lesson, place)})`,
    ...again.map(([other, text]) => `[${other.slice(0, 2)}](${linkTo(other, placeOf(term, text))})`),
  ];
  const related = see.map((other) => `[${other}](#${byTerm.get(other).id})`);
  const more = [
    `${lessons.length > 1 ? "Lessons" : "Lesson"} ${lessons.join(", ").replace("[lesson ", "[")}`,
    also.length > 0 && `also ${also.join(", ")}`,
    related.length > 0 && `see ${related.join(", ")}`,
  ];
  const names = `<a id="${id}"></a>**${term}** · <span lang="ru">${ru}</span> · <span lang="zh">${zh}</span>`;
  return `${names}<br>\n${says}<br>\n${more.filter(Boolean).join("; ")}.`;
}

function list(words, language) {
  const text = (word) => word[language];
  return sorted(words, (word) => text(word).replace(/^[«“]/, ""), language)
    .map((word) => `- <span lang="${language}">${text(word)}</span>: [${word.term}](#${word.id})`)
    .join("\n");
}

function initialOf({ id }) {
  return /^[a-z]/.test(id) ? id[0].toUpperCase() : "0–9";
}

function letterId(initial) {
  return `letter-${initial.replace("–", "-").toLowerCase()}`;
}
