// Puts the chat into another site, in a frame of its own, where the script stands:
//
//   <script src=".../embed.js" data-height="32rem"></script>
//
// The server must allow the site: docent serve --allow-origin https://site.example

(() => {
  const script = document.currentScript;
  const frame = document.createElement("iframe");
  frame.src = new URL("./?embed", script.src).href;
  frame.title = script.dataset.title ?? "docent";
  frame.allow = "clipboard-write";
  frame.style.cssText = `width:100%;height:${script.dataset.height ?? "32rem"};border:0`;
  if (!document.head.contains(script)) return script.after(frame);
  document.addEventListener("DOMContentLoaded", () => document.body.append(frame));
})();
