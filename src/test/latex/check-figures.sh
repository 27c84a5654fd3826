#!/usr/bin/env bash
# Sets all PDF figures of a folder in one LaTeX document and checks that every font in it is
# embedded. Needs pdflatex (texlive-latex-base, texlive-latex-recommended) and pdffonts
# (poppler-utils), and is therefore no part of the build:
#
#   src/test/latex/check-figures.sh target/examples/paper-figures
set -euo pipefail
folder=$(cd "${1:?the folder with the figures}" && pwd)
shopt -s nullglob
figures=("$folder"/*.pdf)
[ "${#figures[@]}" -gt 0 ] || { echo "$folder holds no PDF figure" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{
  echo '\documentclass[a4paper]{article}'
  echo '\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{graphicx}'
  echo '\begin{document}'
  for i in "${!figures[@]}"; do
    cp "${figures[$i]}" "$work/figure-$i.pdf"
    echo "\\begin{figure}[p]\\centering"
    echo "\\includegraphics[width=\\linewidth]{figure-$i}"
    echo "\\caption{Figure $i.}\\end{figure}\\clearpage"
  done
  echo '\end{document}'
} > "$work/figures.tex"
(cd "$work" && pdflatex -halt-on-error -interaction=nonstopmode figures.tex > figures.out) ||
  { tail -n 30 "$work/figures.out" >&2; exit 1; }

# The columns from the right: object, generation, and before them emb, sub, uni.
pdffonts "$work/figures.pdf" | tee "$work/fonts.txt"
missing=$(awk 'NR > 2 && $(NF - 4) != "yes"' "$work/fonts.txt")
[ -z "$missing" ] || { echo "not embedded:" >&2; echo "$missing" >&2; exit 1; }
echo "${#figures[@]} figures, every font embedded"
