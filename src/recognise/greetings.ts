/** With what a mail greets whom it is for, folded; in Dutch, English, German and French. */
export const greetings: ReadonlySet<string> = new Set(
  'beste geachte lieve hallo hoi hai hi hey dag goedemorgen goedemiddag goedenavond goedendag dear hello liebe lieber sehr bonjour cher chere'.split(
    ' ',
  ),
);
