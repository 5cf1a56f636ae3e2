extension StyleSheet {
  /// Charts drawn as a whole, folded parts, and parts set for looking up.
  static let figures = """
    .plot{display:block;width:100%;max-width:34rem;height:auto;font-family:inherit}
    .plot.wide-plot{max-width:none;min-width:38rem}
    .plot text{fill:var(--ink);font-size:12px}
    .plot .small{font-size:10.5px;fill:var(--muted)}
    .plot .bold{font-weight:650}
    .plot .quiet{fill:var(--muted)}
    .bar-other{fill:var(--line)}
    .share-first{fill:var(--accent)}
    .share-second{fill:var(--accent);fill-opacity:.45}
    .share-later{fill:var(--line);fill-opacity:.45}
    .share-none{fill:var(--panel)}
    .now{fill:var(--ink);stroke:var(--page);stroke-width:1.5}
    .tick-line{stroke:var(--hairline);stroke-width:1}
    .heat-0{fill:var(--panel)}
    .heat-for-1,.heat-for-2,.heat-for-3,.heat-for-4{fill:var(--accent)}
    .heat-against-1,.heat-against-2,.heat-against-3,.heat-against-4{fill:var(--negative)}
    .heat-for-1,.heat-against-1{fill-opacity:.09}
    .heat-for-2,.heat-against-2{fill-opacity:.19}
    .heat-for-3,.heat-against-3{fill-opacity:.3}
    .heat-for-4,.heat-against-4{fill-opacity:.42}
    .chart-figure figcaption{margin:0 0 .6rem;color:var(--muted)}
    .chart-figure figcaption strong{color:var(--ink)}
    .fold{margin:.8rem 0 1.4rem;border-top:1px solid var(--hairline);padding-top:.5rem}
    .fold>div{padding-top:.8rem}
    .dense{font-size:.93rem}
    .dense li,.dense p{margin-bottom:.25rem}

    """
}
