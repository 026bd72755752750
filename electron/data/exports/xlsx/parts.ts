import { xmlText } from './cells.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Which part of the archive is what. */
export const contentTypes = `${head}<Types xmlns="${packages}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/>
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${spreadsheet}.worksheet+xml"/>
</Types>`;

export const packageRelations = `${head}<Relationships xmlns="${packages}/relationships">
<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>`;

export const workbookRelations = `${head}<Relationships xmlns="${packages}/relationships">
<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/>
<Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/>
</Relationships>`;

const font = (more: string) =>
  `<font>${more}<sz val="12"/><name val="Times New Roman"/><family val="1"/></font>`;
const format = (attributes: string, alignment: string) =>
  `<xf fontId="0" fillId="0" borderId="0" xfId="0" ${attributes}><alignment vertical="top" ${alignment}/></xf>`;

/** The formats of cells, in the order of `looks`. */
export const styles = `${head}<styleSheet xmlns="${main}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
<fonts count="2">${font('')}${font('<b/>')}</fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EDE6"/></patternFill></fill></fills>
<borders count="2"><border/><border><bottom style="thin"/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="8">
${format('numFmtId="0"', '')}
<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" horizontal="center" wrapText="1"/></xf>
${format('numFmtId="49" applyNumberFormat="1" applyAlignment="1"', 'wrapText="1"')}
${format('numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"', 'wrapText="1"')}
${format('numFmtId="164" applyNumberFormat="1" applyAlignment="1"', 'horizontal="center"')}
${format('numFmtId="165" applyNumberFormat="1" applyAlignment="1"', 'horizontal="center"')}
${format('numFmtId="3" applyNumberFormat="1" applyAlignment="1"', '')}
${format('numFmtId="1" applyNumberFormat="1" applyAlignment="1"', 'horizontal="center"')}
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

/** A name that a sheet may bear: 31 characters, none of those that formulas use. */
export const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim();

/** The workbook of two sheets: the list, filterable up to that cell, its header on every printed page; and about it. */
export function workbook(title: string, lastCell: string): string {
  const name = xmlText(sheetName(title));
  const end = lastCell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const defined = (what: string, more: string, range: string) =>
    `<definedName name="_xlnm.${what}" localSheetId="0"${more}>'${name}'!${range}</definedName>`;
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}">
<bookViews><workbookView activeTab="0"/></bookViews>
<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/><sheet name="Thông tin" sheetId="2" r:id="rId2"/></sheets>
<definedNames>${defined('_FilterDatabase', ' hidden="1"', `$A$1:${end}`)}${defined('Print_Titles', '', '$1:$1')}</definedNames>
</workbook>`;
}

/** What stands before the rows of a sheet; `widths` in characters. */
export function sheetHead(widths: readonly number[], frozen: boolean): string {
  const pane = frozen
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
    : '';
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView workbookViewId="0"${frozen ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="15.75"/><cols>${columns.join('')}</cols><sheetData>
`;
}

/** What stands behind the rows of a sheet; `filter` is the range that can be filtered. */
export function sheetFoot(filter: string | null): string {
  const auto = filter === null ? '' : `<autoFilter ref="${filter}"/>`;
  return `</sheetData>${auto}<pageMargins left="0.79" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}
