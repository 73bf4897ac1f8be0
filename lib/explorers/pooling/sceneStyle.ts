/** What the picture has beside the lines of the convolution in two dimensions. */
export const poolingStyle = `.cw-scene .cw-window{fill:none;stroke:var(--cw-blue);stroke-width:2}
.cw-scene .cw-winner{fill:none;stroke:var(--cw-orange);stroke-width:2.5}
.cw-scene .cw-bar{fill:var(--cw-soft);opacity:.45}.cw-scene .cw-bar.cw-now{fill:var(--cw-orange);opacity:1}
.cw-scene text.cw-there{fill:var(--cw-soft)}.cw-scene text.cw-here{font-weight:700}
`;
