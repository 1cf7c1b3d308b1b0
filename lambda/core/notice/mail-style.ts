/**
 * Inline styles of the notice: mail clients drop style sheets, so each element carries its own.
 * Classes exist for dark mode alone, which clients that know it take from `darkStyle`.
 */
const sans = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const serif = "font-family:Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,serif";
const ink = 'color:#1d1c1a';
const quiet = 'color:#5a5751';

export const mailStyle = {
  body: 'margin:0;padding:0;background-color:#f3f1ec;-webkit-text-size-adjust:100%',
  page: 'background-color:#f3f1ec',
  frame: 'width:100%;max-width:600px',
  card: 'background-color:#ffffff;border:1px solid #e2dfd7;border-radius:6px;padding:36px 32px 20px;word-break:break-word',
  company: `margin:0 0 20px;${sans};font-size:14px;line-height:20px;font-weight:600;${quiet}`,
  heading: `margin:0 0 24px;${serif};font-size:27px;line-height:34px;font-weight:700;${ink}`,
  subheading: `margin:32px 0 12px;${sans};font-size:17px;line-height:24px;font-weight:700;${ink}`,
  text: `margin:0 0 16px;${sans};font-size:16px;line-height:25px;${ink}`,
  when: `margin:0;${sans};font-size:16px;line-height:25px;${ink}`,
  whenBox: 'background-color:#f3f1ec;border-left:4px solid #1f4e79;padding:14px 18px',
  list: 'width:100%;margin:0',
  item: 'padding:14px 0 16px;border-top:1px solid #e2dfd7',
  place: `margin:0 0 8px;${sans};font-size:16px;line-height:23px;font-weight:700;${ink}`,
  before: 'padding:2px 0 2px 12px;border-left:3px solid #b4554d',
  now: 'padding:2px 0 2px 12px;border-left:3px solid #3f7d54',
  moved: 'padding:2px 0 2px 12px;border-left:3px solid #8a867d',
  quote: `margin:0;${sans};font-size:15px;line-height:23px;${ink}`,
  label: `${sans};font-size:13px;font-weight:700;${quiet}`,
  gap: 'font-size:8px;line-height:8px;height:8px',
  space: 'font-size:20px;line-height:20px;height:20px',
  small: `margin:0 0 12px;${sans};font-size:14px;line-height:21px;${quiet}`,
  button: 'background-color:#1f4e79;border-radius:4px;padding:13px 22px',
  buttonLink: `${sans};font-size:16px;line-height:22px;font-weight:700;color:#ffffff;text-decoration:none`,
  link: 'color:#1f4e79;text-decoration:underline;word-break:break-word',
  foot: 'padding:24px 32px 40px;word-break:break-word',
} as const;

/** Dark colours, and a narrower margin on phones. No two closing braces in a row: the part is a template. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (max-width: 480px) {
  .card, .foot { padding-left: 20px !important; padding-right: 20px !important }
  .heading { font-size: 24px !important; line-height: 31px !important }
}
@media (prefers-color-scheme: dark) {
  .page { background-color: #131416 !important }
  .card { background-color: #1c1e21 !important; border-color: #33363b !important }
  .ink { color: #eceae5 !important }
  .quiet { color: #b3afa7 !important }
  .box { background-color: #26292e !important; border-color: #7fb2e5 !important }
  .item { border-color: #33363b !important }
  .link { color: #8fc0f0 !important }
  .button { background-color: #8fc0f0 !important }
  .on-button { color: #10151b !important }
}
`;
