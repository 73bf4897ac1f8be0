/** What figures show, kept out of the lesson's cells, where it would answer a question before it is asked. */
export const sentences = {
  harbour:
    "A lighthouse on a rock, a house, a sign, and a sailing boat with the number 27 on its sail. The saved picture has flat patches where the other has fine shades.",
  detail: "A second boat, far out beside the rock, is nearly lost",
  enlarged:
    "Enlarged: a small sail beside the rock, hardly to be told from the water in the saved picture, clear in good light.",
};
