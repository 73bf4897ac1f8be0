// The inner loops of the filters in AssemblyScript, two numbers to an instruction. scripts/buildKernels.mjs compiles
// them; ../slideStrips.ts calls them; slide2d and its like, in TypeScript, are what they are tested against.
//
// An image arrives with its boundary around it, `stride` bytes from row to row; a result leaves without gaps, `rows`
// rows of `columns` numbers. The last block of a row may run past the row's end, both in what it reads and in what it
// writes. So blocks go from right to left and rows from top to bottom: what spills over is overwritten when its own turn
// comes. The caller leaves a row and 128 bytes free after each array. Nothing here allocates memory.

export { correlate } from "./correlate";
export { magnitude } from "./magnitude";
export { separable } from "./separable";
