import { drawDigitStyle } from "../drawDigit/sceneStyle.js";

/** Maps are dark with light numbers in any theme, as the digits are. */
export const activationsStyle = `${drawDigitStyle}.cw-scene .cw-dark{fill:#000;stroke:var(--cw-soft);stroke-width:1}
.cw-scene .cw-sees{fill:none;stroke:#ff9d66;stroke-width:2.5}
`;
