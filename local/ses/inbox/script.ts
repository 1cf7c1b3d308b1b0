/**
 * The little that needs a script: a mail's frame as high as the mail, a word when new mails have come,
 * arrow keys between mails, `/` to search. Everything else works without it.
 */
export const script = `'use strict';
const frame = document.querySelector('iframe.paper');
if (frame) {
  const fit = () => {
    const page = frame.contentDocument && frame.contentDocument.documentElement;
    if (!page) return;
    frame.style.height = '0';
    frame.style.height = Math.max(200, page.scrollHeight + 2) + 'px';
  };
  frame.addEventListener('load', fit);
  window.addEventListener('resize', fit);
  fit();
}

const fresh = document.getElementById('fresh');
if (fresh) {
  const shown = Number(fresh.dataset.accepted);
  const look = async () => {
    if (document.hidden) return;
    const answer = await fetch('/api/messages.json?size=1').catch(() => undefined);
    if (!answer || !answer.ok) return;
    const more = (await answer.json()).accepted.messages - shown;
    if (more > 0 && shown === 0) return location.reload();
    fresh.hidden = more <= 0;
    fresh.querySelector('a').textContent = more.toLocaleString('en-GB') + (more === 1 ? ' new mail' : ' new mails');
  };
  setInterval(look, 2000);
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input')) return;
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  const link = rel && document.querySelector('a[rel=' + rel + ']');
  if (link) link.click();
  const search = event.key === '/' && document.querySelector('input[type=search]');
  if (search) {
    event.preventDefault();
    search.select();
  }
});
`;
