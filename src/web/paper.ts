/** The colour of the page where no style sheet is read: what a browser paints around it. */
export const paper = { light: '#fbf9f4', dark: '#151412' } as const
