import { randomUUID } from 'node:crypto';
import { session, WebContentsView, type Session, type WebContents } from 'electron/main';
import { locale } from '#shared/language/language.ts';

const PARTITION = 'print';
const PLACE = 'app://print/';

/** What came of printing; a person who closes the dialog has changed their mind. */
export type Printed = 'printed' | 'cancelled' | 'failed';

/** A page of HTML, and whether its sheets are broad. */
export type PaperPage = { readonly html: string; readonly isBroad: boolean };

/** Brings a page of HTML to paper, or to a file that looks the same. */
export type Printer = {
  /** The page as a PDF, on the paper of the country, with numbers on the sheets. */
  readonly toPdf: (page: PaperPage) => Promise<Uint8Array>;
  /** Prints after the dialog of the system. */
  readonly print: (page: PaperPage) => Promise<Printed>;
};

/** Makes the printer: its pages run no script and reach nothing but themselves. */
export function openPrinter(): Printer {
  const pages = new Map<string, string>();
  let made: Session | undefined;
  // With the first page: a start has no use for it.
  const apart = (): Session => (made ??= sessionOf(pages));
  const lay = async <Answer>(
    html: string,
    work: (contents: WebContents) => Promise<Answer>,
  ): Promise<Answer> => {
    const url = PLACE + randomUUID();
    pages.set(url, html);
    const { webContents } = new WebContentsView({
      webPreferences: { session: apart(), sandbox: true, contextIsolation: true, javascript: false },
    });
    try {
      await webContents.loadURL(url);
      return await work(webContents);
    } finally {
      pages.delete(url);
      webContents.close();
    }
  };
  return {
    toPdf: (page) => lay(page.html, (contents) => contents.printToPDF(pdfOptions(page))),
    print: (page) => lay(page.html, (contents) => printOn(contents, page)),
  };
}

/** The session of the pages: it serves them, and reaches nothing else. */
function sessionOf(pages: ReadonlyMap<string, string>): Session {
  const apart = session.fromPartition(PARTITION, { cache: false });
  apart.protocol.handle('app', ({ url }) => {
    const html = pages.get(url);
    return new Response(html, {
      status: html === undefined ? 404 : 200,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  });
  apart.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith(PLACE) });
  });
  return apart;
}

const pdfOptions = ({ isBroad }: PaperPage): Electron.PrintToPDFOptions => ({
  landscape: isBroad,
  pageSize: paper(),
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="font-size: 7pt; inline-size: 100%; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
});

/** The countries that print on Letter; all others on A4. */
const LETTER = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PR'];

function paper(): 'Letter' | 'A4' {
  const { region } = new Intl.Locale(locale().formats).maximize();
  return region !== undefined && LETTER.includes(region) ? 'Letter' : 'A4';
}

const printOn = (contents: WebContents, { isBroad }: PaperPage): Promise<Printed> =>
  new Promise((resolve) => {
    contents.print({ pageSize: paper(), landscape: isBroad }, (isPrinted, reason) => {
      resolve(isPrinted ? 'printed' : /cancel/iu.test(reason) ? 'cancelled' : 'failed');
    });
  });
