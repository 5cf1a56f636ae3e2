extension StyleSheet {
  static let tables = """
    table{border-collapse:collapse;width:100%;margin:0 0 1.4rem;font-size:.93rem;line-height:1.42}
    caption{text-align:left;font-size:.86rem;color:var(--muted);padding:0 0 .45rem}
    th,td{padding:.45rem .9rem .45rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--hairline)}
    th:last-child,td:last-child{padding-right:0}
    thead th{overflow-wrap:normal;font-size:.8rem;font-weight:600;color:var(--muted);border-bottom:1px solid var(--line);\
    vertical-align:bottom}
    tbody th{font-weight:400}
    th,td,dt{overflow-wrap:break-word;hyphens:auto}
    th.end{white-space:nowrap}
    .end{text-align:right}
    .middle{text-align:center}
    tr.strong th,tr.strong td{font-weight:650;background:var(--accent-ground)}
    tr.muted th,tr.muted td{color:var(--muted)}
    .scroll{overflow-x:auto;margin:0 0 1.4rem}
    .scroll table{margin:0}
    .tight{white-space:nowrap}
    @media screen and (max-width:34rem){
    .tight{white-space:normal}
    .scroll:not(.wide) td{overflow-wrap:anywhere}
    .scroll:not(.wide) tbody th{min-width:6.2em}
    .scroll.wide td.none{display:none}
    .scroll.wide thead{position:absolute;left:-99rem}
    .scroll.wide tbody,.scroll.wide tr,.scroll.wide caption{display:block}
    .scroll.wide table{display:block}
    .scroll.wide tr{border-bottom:1px solid var(--hairline);padding:.5rem 0}
    .scroll.wide tbody th,.scroll.wide tbody td{display:block;border:0;padding:.08rem 0;text-align:left}
    .scroll.wide tbody th{font-weight:600}
    .scroll.wide td::before{content:attr(data-label) ": ";color:var(--muted);font-size:.86em;font-weight:400}
    }
    figure{margin:1.2rem 0 1.6rem}
    figcaption{font-size:.86rem;color:var(--muted);margin:0 0 .5rem;max-width:44rem}

    """

  static let charts = """
    .chart th,.chart td{vertical-align:baseline}
    .chart thead th{overflow-wrap:normal}
    .chart .rank{width:3.2rem;color:var(--muted)}
    .chart .points{text-align:right;white-space:nowrap;width:4.5rem;font-weight:550}
    .chart .picture{width:32%}
    .chart .name{font-weight:550}
    .chart .more{display:block;font-weight:400;font-size:.86rem;color:var(--muted)}
    .chart .group th{font-weight:650;padding-top:1rem;border-bottom-color:var(--line)}
    .chart .recommended>*{background:var(--accent-ground)}
    .chart .recommended .name{font-weight:700}
    .chart .recommended>:first-child{padding-left:.5rem}
    .chart .recommended>:last-child{padding-right:.5rem}
    .chart .ruled-out .name{font-weight:400}
    .chart tfoot th,.chart tfoot td{font-weight:650;border-bottom:0;border-top:1px solid var(--ink)}
    .chart tfoot .rest th,.chart tfoot .rest td{font-weight:400;color:var(--muted);border-top:0}
    .chart .rule{display:block;font-size:.76rem;background:none;padding:0;color:var(--muted)}
    .bar{display:block;width:100%;height:.72rem}
    .bar-ground{fill:var(--hairline)}
    .bar-zero{fill:var(--ink)}
    .bar-for{fill:var(--accent)}
    .bar-against{fill:var(--negative)}
    @media (max-width:34rem){
    .chart .rank{width:2.2rem}
    .chart .points{width:3.6rem}
    .chart .picture{width:22%}
    th,td{padding-right:.5rem}
    }

    """

  static let drawings = """
    .architecture{display:block;width:100%;min-width:36rem;height:auto;font-family:inherit}
    .architecture text{fill:var(--ink)}
    .band{fill:var(--panel)}
    .architecture .band-title{font-size:11px;fill:var(--muted);font-weight:600}
    .box{fill:var(--page);stroke-width:1.3;stroke:var(--line)}
    .box.provider{fill:var(--accent-ground);stroke:var(--accent)}
    .box.customer{stroke:var(--ink);stroke-dasharray:5 3}
    .box.shared{fill:var(--positive-ground);stroke:var(--accent)}
    .box.outside{stroke-dasharray:1.5 2.5}
    .box-inner{fill:none;stroke:var(--accent);stroke-width:1}
    .part-title{font-size:12px;font-weight:600}
    .architecture .part-operator{font-size:10.5px;fill:var(--muted)}
    .connector{fill:none;stroke:var(--line);stroke-width:1.2}
    .arrow{fill:var(--line)}
    .architecture .connector-label{font-size:10.5px;fill:var(--muted)}
    .label-ground{fill:var(--page)}
    .label-ground.in-band{fill:var(--panel)}
    .legend{font-size:11px}

    """
}
