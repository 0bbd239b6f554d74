/** A message as it is sent: with something in the place of each variable part. */
export function filled(message: string): string {
  return message.replaceAll(/<(\w+)>/g, "some-$1");
}
