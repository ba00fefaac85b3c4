#include "core/prompt/grammar/token.h"

#include "core/prompt/grammar/utf8.h"

#include <algorithm>
#include <cmath>

namespace pieria::prompt {

namespace {

bool isDigit(char32_t c)
{
    return c >= '0' && c <= '9';
}

bool isApostrophe(char32_t c)
{
    return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0xB4;
}

bool isHyphen(char32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212;
}

bool isSharp(char32_t c)
{
    return c == '#' || c == 0x266F || c == 0xFF03;
}

constexpr char32_t kFlat = 0x266D;
constexpr char32_t kQuarterNote = 0x2669;

/// Signs the readers look at; every other sign ends a clause or means nothing.
std::string_view signText(char32_t c)
{
    switch (c) {
    case '/':
    case 0x2044:
    case 0x2215:
        return "/";
    case ':':
        return ":";
    case '=':
    case 0x2248:
        return "=";
    case '@':
        return "@";
    case '~':
        return "~";
    case '(':
    case '[':
        return "(";
    case ')':
    case ']':
        return ")";
    case ',':
    case 0x3001:
    case 0xFF0C:
        return ",";
    case '"':
    case 0x201C:
    case 0x201D:
        return "\"";
    case '.':
    case ';':
    case '!':
    case '?':
    case '\n':
    case '|':
    case 0x2014:
    case 0x2022:
    case 0x2026:
    case 0x3002:
        return ".";
    default:
        return {};
    }
}

class Tokeniser
{
public:
    explicit Tokeniser(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<Token> run()
    {
        while (m_at < m_text.size()) {
            step();
        }
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] char32_t peek(std::size_t at) const
    {
        return at < m_text.size() ? decodeUtf8(m_text, at).value : U'\0';
    }
    [[nodiscard]] bool letterAt(std::size_t at) const { return !foldLetter(peek(at)).empty(); }

    Token& add(TokenKind kind, std::string text, std::size_t begin, std::size_t end)
    {
        Token token;
        token.kind = kind;
        token.text = std::move(text);
        token.begin = begin;
        token.end = end;
        token.glued = !m_tokens.empty() && m_tokens.back().end == begin;
        token.hyphen = m_hyphen;
        m_hyphen = false;
        m_tokens.push_back(std::move(token));
        m_at = end;
        return m_tokens.back();
    }

    void step()
    {
        const CodePoint here = decodeUtf8(m_text, m_at);
        const std::size_t next = m_at + here.size;
        if (isDigit(here.value)) {
            number();
        } else if (!foldLetter(here.value).empty()) {
            word();
        } else if (here.value == kQuarterNote) {
            add(TokenKind::Word, "quarter", m_at, next);
        } else if (here.value == '&' || here.value == '+') {
            add(TokenKind::Word, "and", m_at, next);
        } else if (isHyphen(here.value)) {
            hyphen(next);
        } else if (isApostrophe(here.value)) {
            apostrophe(next);
        } else {
            const std::string_view sign = signText(here.value);
            if (sign.empty()) {
                m_at = next;
            } else {
                add(TokenKind::Sign, std::string(sign), m_at, next);
            }
        }
    }

    /// "hip-hop" joins; "90-100" is a range; " - " ends a clause.
    void hyphen(std::size_t next)
    {
        const bool touchesLeft = !m_tokens.empty() && m_tokens.back().end == m_at;
        const bool numberLeft = touchesLeft && m_tokens.back().kind == TokenKind::Number;
        const char32_t right = peek(next);
        if (numberLeft && isDigit(right)) {
            add(TokenKind::Sign, "-", m_at, next);
        } else if (touchesLeft && (isDigit(right) || !foldLetter(right).empty())) {
            m_hyphen = true;
            m_at = next;
        } else {
            const bool rangeWithSpaces
                = !m_tokens.empty() && m_tokens.back().kind == TokenKind::Number;
            add(TokenKind::Sign, rangeWithSpaces ? "-" : ",", m_at, next);
        }
    }

    /// The "'n'" of rock 'n' roll is a word; quotes around words are nothing.
    void apostrophe(std::size_t next)
    {
        const char32_t letter = peek(next);
        if ((letter == 'n' || letter == 'N') && !letterAt(next + 1)) {
            std::size_t end = next + 1;
            if (isApostrophe(peek(end))) {
                end += decodeUtf8(m_text, end).size;
            }
            add(TokenKind::Word, "and", m_at, end);
            return;
        }
        m_at = next;
    }

    void number()
    {
        const std::size_t begin = m_at;
        std::size_t at = begin;
        double value = 0;
        std::string digits;
        while (isDigit(peek(at))) {
            digits += m_text[at];
            value = std::min(value * 10 + (m_text[at] - '0'), 1e9);
            ++at;
        }
        const char32_t mark = peek(at);
        std::size_t fraction = 0;
        while (mark != 0 && isDigit(peek(at + 1 + fraction))) {
            ++fraction;
        }
        // A point or a comma is a decimal mark; three digits behind a comma are thousands.
        if ((mark == '.' || mark == ',') && fraction >= 1 && fraction <= 6
            && !(mark == ',' && fraction >= 3)) {
            double scale = 1;
            digits += '.';
            for (std::size_t i = 0; i < fraction; ++i) {
                scale /= 10;
                digits += m_text[at + 1 + i];
                value += scale * (m_text[at + 1 + i] - '0');
            }
            at += 1 + fraction;
        }
        add(TokenKind::Number, std::move(digits), begin, at).number = value;
    }

    void word()
    {
        const std::size_t begin = m_at;
        const bool capital = isCapital(peek(begin));
        std::string text;
        std::size_t at = begin;
        while (at < m_text.size()) {
            const CodePoint here = decodeUtf8(m_text, at);
            const std::string_view folded = foldLetter(here.value);
            if (!folded.empty()) {
                text += folded;
            } else if (text.size() == 1 && text[0] <= 'g' && isSharp(here.value)) {
                text += '#';
            } else if (text.size() == 1 && text[0] <= 'g' && here.value == kFlat) {
                text += 'b';
            } else if (isApostrophe(here.value) && letterAt(at + here.size)) {
                // "drum'n'bass" is three words, "don't" is one.
                const char32_t letter = peek(at + here.size);
                if ((letter == 'n' || letter == 'N') && !letterAt(at + here.size + 1)) {
                    break;
                }
            } else {
                break;
            }
            at += here.size;
        }
        if (text == "n" || text == "und") {
            text = "and";
        }
        Token& token = add(TokenKind::Word, std::move(text), begin, at);
        token.capital = capital;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_hyphen = false;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokenise(std::string_view prompt)
{
    return Tokeniser(prompt).run();
}

std::string foldedPhrase(std::string_view text)
{
    std::string phrase;
    for (const Token& token : tokenise(text)) {
        if (token.kind == TokenKind::Sign) {
            continue;
        }
        if (!phrase.empty()) {
            phrase += ' ';
        }
        phrase += token.text;
    }
    return phrase;
}

} // namespace pieria::prompt
