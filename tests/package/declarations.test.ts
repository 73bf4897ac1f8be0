import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build, root } from "./package.js";

const tslab = createRequire(`${root}node_modules/tslab/package.json`);
const ts = tslab("@tslab/typescript-for-tslab") as typeof import("@tslab/typescript-for-tslab");

beforeAll(build, 300_000);

/** What TypeScript 5.0 finds in our declaration files, as tslab reads them, but looked at closely. */
function findings(): string[] {
  const dist = join(root, "lib/dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".d.ts"));
  const program = ts.createProgram(
    files.map((file) => join(dist, file)),
    {
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Node10,
      esModuleInterop: true,
      types: ["node"],
      noEmit: true,
    },
  );
  const ours = program.getSourceFiles().filter(({ fileName }) => fileName.includes("/lib/dist/"));
  return ours
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

describe("the package's declaration files", () => {
  it("compile under the TypeScript that tslab brings", { timeout: 300_000 }, () => {
    expect(ts.version).toMatch(/^5\.0\./);
    expect(findings()).toEqual([]);
  });
});
