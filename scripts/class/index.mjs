/** What the tests use of a class. */
export { makeTeacher } from "./accounts.mjs";
export { checkApart } from "./apart.mjs";
export { collect } from "./collect.mjs";
export { startHub } from "./hub.mjs";
export { signUpAll, solvedLesson } from "./loadTest.mjs";
export { hubPython, prepareHub } from "./prepare.mjs";
export { Student } from "./student.mjs";
export { lost } from "./verify.mjs";
export { workThrough } from "./workThrough.mjs";
