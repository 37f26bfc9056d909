// The live report's own script: what it does, the forms do without it too.
"use strict";

// Files that are dropped on the form are sent as if they had been chosen.
for (const form of document.querySelectorAll("[data-drop]")) {
  const said = form.querySelector("[data-said]");
  const send = async (files) => {
    if (!files.length) return;
    const body = new FormData();
    for (const file of files) body.append("files", file, file.name);
    said.textContent = form.dataset.busy;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (answer.ok) {
        location.hash = "files";
        location.reload();
      } else {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        said.textContent = page.querySelector("main .lede")?.textContent ?? String(answer.status);
      }
    } catch (error) {
      said.textContent = String(error);
    }
  };
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    send(event.dataTransfer.files);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form.elements.files.files);
  });
}

// A file that is dropped beside the form must not be opened instead of the page.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => event.preventDefault());

// While something is under way, the page asks how far it is.
for (const panel of document.querySelectorAll("[data-work]")) {
  const ask = async () => {
    try {
      const state = await (await fetch(panel.dataset.work)).json();
      const part = panel.querySelector("[data-part]");
      if (part.textContent !== state.part) part.textContent = state.part; // said aloud only where it is new
      panel.querySelector("[data-seconds]").textContent = state.seconds;
      if (!state.running) return location.reload();
    } catch {
      return undefined; // the server has ended
    }
    return setTimeout(ask, 700);
  };
  setTimeout(ask, 700);
}

// What if: a slider beside each number, and the page of the decision anew as soon as something has changed.
for (const form of document.querySelectorAll("[data-whatif]")) {
  const result = document.getElementById("result");
  const told = document.querySelector("[data-told]");
  let timer, running;
  const anew = async () => {
    running?.abort();
    const mine = (running = new AbortController());
    const query = new URLSearchParams(new FormData(form));
    result.classList.add("waiting");
    try {
      const answer = await fetch(`${form.action}?${query}&part=result`, { signal: mine.signal });
      if (answer.status !== 200 && answer.status !== 422) return location.reload(); // the page says why
      result.innerHTML = await answer.text(); // written and escaped by the server, as the page itself is
      const verdict = result.querySelector("[data-verdict]").textContent;
      told.textContent = verdict;
      form.querySelector("[data-pinned]").textContent = verdict;
      history.replaceState(null, "", `?${query}`);
      for (const link of document.querySelectorAll(".switch a")) link.search = query;
    } catch (error) {
      if (error.name === "AbortError") return;
    }
    if (mine === running) result.classList.remove("waiting");
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(anew, 250);
  };
  for (const input of form.querySelectorAll("[data-max]")) {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = input.dataset.min;
    slider.max = input.dataset.max;
    slider.step = input.dataset.step;
    slider.setAttribute("aria-label", form.querySelector(`label[for="${CSS.escape(input.id)}"]`).textContent);
    const follow = () => {
      slider.value = (input.value || input.placeholder).replace(/\s/g, "").replace(",", ".") || slider.min;
    };
    slider.addEventListener("input", () => {
      input.value = slider.value.replace(".", form.dataset.decimal);
      soon();
    });
    input.addEventListener("input", follow);
    follow();
    input.after(slider);
  }
  form.addEventListener("input", (event) => {
    if (!event.target.matches("[data-whole]")) return soon();
    location.search = new URLSearchParams(new FormData(form)); // other functions: the form itself is another
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formMethod === "post") return;
    event.preventDefault();
    clearTimeout(timer);
    anew();
  });
}
