/// One A4 page for the eye and its attachments; complete without scripts and any other file.
/// The marks of items stand in the text, so that it reads the same in every form.
enum SummaryTemplate {
    static let page = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {{{stylesheet}}}
        <meta name="keywords" content="{{keywords}}">
        <title>{{title}}</title>
        </head>
        <body>
        <main class="summary">
        <h1>{{name}}{{#when}}<span class="when">{{.}}</span>{{/when}}</h1>
        <div class="gist">
        <p class="label">{{gistLabel}}</p>
        {{#gist}}
        <p>{{.}}</p>
        {{/gist}}
        <p class="keywords">{{keywordLine}}</p>
        </div>
        {{#sections}}
        <section>
        <h2>□ {{heading}}</h2>
        <ul>
        {{#items}}
        <li><p>○ {{text}}</p>
        {{#details}}
        <p class="detail">- {{.}}</p>
        {{/details}}
        {{#notes}}
        <p class="note">※ {{.}}</p>
        {{/notes}}
        </li>
        {{/items}}
        </ul>
        </section>
        {{/sections}}
        {{#tables}}
        {{> table}}
        {{/tables}}
        <p class="end">{{end}}</p>
        <div class="provenance">
        {{#codes}}
        {{{.}}}
        {{/codes}}
        <div>
        {{#footer}}
        <p>{{.}}</p>
        {{/footer}}
        </div>
        </div>
        {{#attachments}}
        <section class="attachment">
        <h2>{{heading}}</h2>
        {{#tables}}
        {{> table}}
        {{/tables}}
        </section>
        {{/attachments}}
        </main>
        </body>
        </html>

        """

    /// Caption and unit stand above the table and not in it: one is at the left, one at the right.
    static let table = """
        <div class="table">
        <table>
        <caption>{{caption}}{{#units}}<span class="unit">{{.}}</span>{{/units}}</caption>
        <thead>
        <tr>{{#columns}}<th scope="col" class="{{kind}}">{{title}}</th>{{/columns}}</tr>
        </thead>
        {{{rows}}}
        </table>
        {{#charts}}
        {{{.}}}
        {{/charts}}
        </div>

        """
}
