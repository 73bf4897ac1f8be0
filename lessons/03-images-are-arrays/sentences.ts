/** What figures show, kept out of the lesson's cells, where it would answer a question before it is asked. */
export const sentences = {
  flips: "Five digits, below each its mirror image and itself after half a turn. A 6 has become a 9, and a 9 a 6.",
  sixAndNine: "After half a turn, a 6 is a 9",
  harbour:
    "A lighthouse on a rock, a house, a sign, and a sailing boat with the number 27 on its sail. The saved picture has flat patches where the other has fine shades.",
  detail: "A second boat, far out beside the rock, is nearly lost",
  enlarged:
    "Enlarged: a small sail beside the rock, hardly to be told from the water in the saved picture, clear in good light.",
};
