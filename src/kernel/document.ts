/** A letter as whoever sets it gets it: every word is said, nothing is decided any more. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly isIndented: boolean }
  | { readonly kind: 'heading' | 'center' | 'end'; readonly text: string }
  | { readonly kind: 'item'; readonly label: string; readonly text: string }
  /** Rows of cells; the first row is the head when it says so. */
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly string[])[]
      readonly hasHead: boolean
    }
  /** `file` names a picture that is handed over with the document. */
  | { readonly kind: 'picture'; readonly file: string; readonly caption: string }

export type Addressee = {
  /** Postcode and address, as lines. */
  readonly address: readonly string[]
  /** Company, department and name, the honorific once. */
  readonly names: readonly string[]
}

/** In millimetres from the top left corner of the sheet. */
export type Place = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Document = {
  readonly direction: 'horizontal' | 'vertical'
  readonly title: string
  /** Stands over each page of what has not been issued; empty otherwise. */
  readonly mark: string
  readonly number: string
  readonly date: string
  readonly addressee: Addressee
  /** Where on the sheet the address has to stand so that the window of its envelope shows it; null without a window. */
  readonly window: Place | null
  /** A square beside the sender for the seal of the company (角印). */
  readonly hasSeal: boolean
  /** Of the sender's name and the line below the title, as `#rrggbb`; empty: black, and no line. */
  readonly accent: string
  readonly sender: readonly { readonly text: string; readonly isName: boolean }[]
  /** Name of the picture of the letterhead; empty without one. */
  readonly logo: string
  readonly body: readonly Block[]
  /** 記 … 以上, what is enclosed, and what belongs to the report. */
  readonly appendix: readonly Block[]
}

/** A picture that goes with a document. Width and height in pixels. */
export type Picture = {
  readonly file: string
  readonly bytes: Uint8Array
  readonly type: 'png' | 'jpg'
  readonly width: number
  readonly height: number
}
