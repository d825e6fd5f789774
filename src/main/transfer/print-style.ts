/** How records look on paper: black on white, a head on every sheet, and no row cut by its edge. */
export const printStyle = `
:root { font: 9pt/1.4 'Segoe UI', system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif; color: #000; }
body { margin: 0; }
header { border-block-end: 1pt solid #000; margin-block-end: 8pt; padding-block-end: 4pt; }
h1 { font-size: 14pt; line-height: 1.3; margin: 0; }
p { margin: 0; }
table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-block-end: 0.5pt solid #999; overflow-wrap: anywhere; padding: 2pt 4pt; text-align: start; vertical-align: top; }
.list th { font-weight: 600; }
.list th:nth-child(1) { inline-size: 20%; }
.list th:nth-child(2) { inline-size: 25%; }
.list th:nth-child(4) { inline-size: 13%; }
.list th:nth-child(5) { inline-size: 13%; }
.list td:nth-child(3) { font-size: 8pt; }
.sheet th { font-weight: 400; inline-size: 28%; }
.sheet td { font-weight: 600; }
`;
