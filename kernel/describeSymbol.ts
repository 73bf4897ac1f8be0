import type * as Ts from "@tslab/typescript-for-tslab";

const titles: Record<string, string> = {
  returns: "Returns",
  return: "Returns",
  throws: "Throws",
  example: "Example",
  see: "See",
};

/** The signature of a name and its docstring, as text. */
export function describeSymbol({ displayParts = [], documentation = [], tags = [] }: Ts.QuickInfo): string {
  const paragraphs = [join(displayParts), join(documentation), tags.map(describeTag).join("\n")];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

function describeTag({ name, text = [] }: Ts.JSDocTagInfo): string {
  const words = join(text);
  if (name === "param") return words.replace(/^(\S+)\s+(?:-\s+)?/, "  $1: ");
  return `${titles[name] ?? `@${name}`}: ${words}`;
}

function join(parts: Ts.SymbolDisplayPart[]): string {
  return parts.map(({ text }) => text).join("");
}
