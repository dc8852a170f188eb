/** Something to say of a delivery or of an item in it. */
export interface Remark {
  /** A stable name for programs, dotted: "date.missing", "xml.too-deep". */
  readonly code: string
  /** What is wrong and how to mend it, one English sentence for the sender. */
  readonly message: string
  /** Where: an item's number and id, a line, a field; empty for the delivery as a whole. */
  readonly where: string
}
