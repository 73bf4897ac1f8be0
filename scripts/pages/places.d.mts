import type { Section } from "./lessonText.mjs";

export function placeOf(term: string, sections: Section[]): Section | undefined;
export function isBold(term: string, sections: Section[]): boolean;
export function linkTo(lesson: string, place: { heading: string; level: number }): string;
export function emphasised(text: string, stars: number): string[];
