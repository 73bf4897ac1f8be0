/** The error for a file whose end is missing. */
export function cutOff(name: string, what: string): Error {
  return new Error(`${name} is cut off: ${what}. Download or copy it again.`);
}

/** The error for a file that contradicts itself. */
export function damaged(name: string, what: string): Error {
  return new Error(`${name} is damaged: ${what}. Use another copy, or open it in an image program and save it again.`);
}
