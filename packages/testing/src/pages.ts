/** Line ends as proxies write them. */
function lines(...text: readonly string[]): string {
  return `${text.join("\r\n")}\r\n`;
}

/** An error page in the manner of nginx: a heading, a rule, and the name of the server. */
export function nginxPage(status: number, reason: string): string {
  const title = `${status} ${reason}`;
  return lines(
    "<html>",
    `<head><title>${title}</title></head>`,
    "<body>",
    `<center><h1>${title}</h1></center>`,
    "<hr><center>nginx</center>",
    "</body>",
    "</html>",
  );
}

/** An error page in the manner of HAProxy: a heading and a sentence, with nothing about the server. */
export function haproxyPage(status: number, reason: string, sentence: string): string {
  return lines(`<html><body><h1>${status} ${reason}</h1>`, sentence, "</body></html>");
}
