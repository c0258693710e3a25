/** What the console says at the start. */
export const welcome = `
Rechtenloket, the practice desk. Everything here is real but the people, the mail server and Slack: those are stand-ins
on this machine. Nothing is sent anywhere, and all of it is gone when you leave.
`;

/** The console's commands. */
export const help = `
  Enter   the next example mail arrives
  5       press what carries that number on the card or in its thread
  c       list the cases; c 2 goes to the second
  m       the letters that people got; m all shows every one again
  p       the person answers the letter that asks for a code; p TEXT answers the last letter in other words
  w 7     wind the clock seven days forward
  u bram  somebody else clicks: anna, bram, carla, or dirk, who is not in the team
  ?       this help
  q       leave
In a window: Enter keeps what stands there, - empties it, numbers choose, x cancels.
`;
