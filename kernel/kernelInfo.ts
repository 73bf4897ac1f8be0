import { versions } from "tslab";

/** What the kernel says about itself, and how clients should colour its code. */
export const kernelInfo = {
  status: "ok",
  protocol_version: "5.3",
  implementation: "cnn-workbook",
  implementation_version: versions.tslab,
  banner: `TypeScript ${versions.typescript} on Node.js ${versions.node}`,
  language_info: {
    name: "typescript",
    version: versions.typescript,
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
  },
  help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }],
};
