import { sceneBase } from "../shared/sceneBase.js";

/** The input's picture lies behind the scene; what an output sees of it is framed. */
export const networkStyle = `${sceneBase}.cw-scene .cw-whole{fill:none;stroke:var(--cw-blue);stroke-width:1.5}
.cw-scene .cw-field{fill:rgba(var(--cw-tint),.2);stroke:var(--cw-orange);stroke-width:2.5}
.cw-scene .cw-map{fill:var(--cw-paper);stroke:var(--cw-green);stroke-width:1.5}.cw-scene .cw-lines{fill:none;stroke:var(--cw-hair)}
.cw-scene .cw-here{fill:var(--cw-orange)}.cw-scene polygon.cw-cone{fill:rgba(var(--cw-tint),.13)}
`;
