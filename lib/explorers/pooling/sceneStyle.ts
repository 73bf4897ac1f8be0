/** What the picture has beside the lines of the convolution in two dimensions. */
export const poolingStyle = `.cw-scene .cw-pool-window{fill:none;stroke:#3d9fe0;stroke-width:2}
.cw-scene .cw-pool-winner{fill:none;stroke:var(--cw-orange);stroke-width:2.5}
.cw-scene .cw-pool-bar{fill:var(--cw-soft);opacity:.45}.cw-scene .cw-pool-bar.cw-pool-now{fill:var(--cw-orange);opacity:1}
.cw-scene text.cw-there{fill:var(--cw-soft)}.cw-scene text.cw-here{font-weight:700}
`;
