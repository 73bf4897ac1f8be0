/** Why a training step runs eagerly: the message is shown after "eager: ". Never reaches the student as an error. */
export class CannotCompile extends Error {}
