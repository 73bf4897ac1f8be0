/** An output in all its forms, by MIME type. */
export type Forms = Record<string, unknown>;

/** Something drawn in a page. */
export interface Drawn {
  /** Draws other content in its place. */
  update(forms: Forms): Promise<void> | void;
  /** Stops listening; the page takes the nodes away. */
  dispose(): void;
}
