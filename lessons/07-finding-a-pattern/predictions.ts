import { prediction } from "cnn-workbook/exercises";

export const p1 = prediction({
  id: "07.p1",
  question: "The template, a 4 cut out of the form, slides over the form. Where is the sum of products largest?",
  choices: [
    "At the 4 that was cut out",
    "At another 4, written more boldly",
    "On dark lines and letters",
    "On empty paper",
  ],
  answer: 4,
  explain:
    "All weights of the template are positive: they are grey values. So each pixel adds more the brighter it is, and the largest sum is where all pixels are bright: empty paper, in the best light. A sum of products measures brightness as much as likeness.",
});

export const p2 = prediction({
  id: "07.p2",
  question:
    "The weights are −2 3 −1 now. Which window has the largest sum: A (1 6 2), B (4 9 5), C (9 9 9) or D (0 9 9)?",
  choices: [
    "A, the pattern itself",
    "B, the pattern 3 brighter",
    "C, flat and bright",
    "D, the edge",
    "A and B, equally",
  ],
  answer: 4,
  explain:
    "D gives −2×0 + 3×9 − 1×9 = 18. A and B give 14 each: weights that add up to zero ignore how bright a window is, and the flat one gives 0. But D has larger contrast, and contrast still counts.",
});

export const p3 = prediction({
  id: "07.p3",
  question: "The window 4 14 6 is the pattern 1 6 2 times 2, plus 2. What is its sum divided by both lengths?",
  answer: 1,
  tolerance: 0.005,
  explain:
    "Without its mean, 8, the window is −4 6 −2: exactly twice −2 3 −1. The sum is twice as large, and so is the window's length, so the quotient stays 1. Neither the + 2 (brightness) nor the × 2 (contrast) is seen.",
});

export const p4 = prediction({
  id: "07.p4",
  question: "The template is person A's first 4. At which of the form's 26 fours is the score above 0.6?",
  choices: ["Only at the two that person A wrote", "At about half of them", "At nearly all of them"],
  answer: 2,
  explain:
    "Some people write their 4 much as A does, in other places, with another pen and in other light, and score above 0.6. Others, such as D and F, slant it more, and do not.",
});

export const p5 = prediction({
  id: "07.p5",
  question: "You lower the threshold until all 26 fours are found. How many false finds do you get with them?",
  choices: ["None", "About ten", "More than fifty"],
  answer: 3,
  explain:
    "The 4 that is least like the template scores lower than a hundred places that are no 4 at all: 9s, 7s, pieces of frames. A threshold cannot separate what the scores mix.",
});

export const p6 = prediction({
  id: "07.p6",
  question: "At how many degrees does a turned 4 score below 0.6 against itself?",
  choices: ["At about 5", "At about 12", "At about 25", "At about 45"],
  answer: 2,
  explain:
    "A stroke is about 3 pixels wide. Turned by 12 degrees, its ends, 11 pixels from the centre, have moved by more than 2 pixels: strokes and turned strokes hardly overlap any more. What counts is the width of the stroke, not how alike the digits look to you.",
});

export const p7 = prediction({
  id: "07.p7",
  question:
    "Eight templates, one from each person, find over 90 % of the fours on a fresh form by the same people. How many on a form by eight strangers, at the same threshold?",
  choices: ["Over 90 % again", "Between 50 and 80 %", "Less than 30 %"],
  answer: 2,
  explain:
    "A stranger's 4 is found if one of the eight happens to write like that. Many do not. More templates would help a little, and each one takes as long as the first and brings false finds of its own.",
});

export const p8 = prediction({
  id: "07.p8",
  question:
    "A template of 9 × 9 pixels shows only the place where the bar of A's 4 crosses its stem. The whole template scores above 0.8 at 2 of the 26 fours. And the small one?",
  choices: ["At 2 or fewer", "At about 8", "At about 20"],
  answer: 3,
  explain:
    "People's fours differ as a whole, but nearly all of them have a bar that crosses a stem. In a small part the strokes have no room to move far apart. The price: such crossings are found in other digits too.",
});
