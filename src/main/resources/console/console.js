// Warns before somebody is signed out, and keeps what they have typed. Pages work without it.
"use strict";

(() => {
  const body = document.body;
  const errors = document.querySelector("[data-focus]");
  if (errors) errors.focus();

  // htmx shows where a request comes from as forms do.
  body.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-Form-Token"] = body.dataset.formToken;
  });
})();
