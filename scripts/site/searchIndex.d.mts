export interface SearchedPage {
  name: string;
  title: string;
  sections: { id: string; title: string; text: string }[];
}
export function searchIndex(pages: SearchedPage[]): string;
