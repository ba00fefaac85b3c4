// Ridge regression from score features to style families: the judge of the k-way forced choice.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace pieria::eval {

struct LabelledFeatures
{
    std::string style;
    std::vector<double> features;
};

class StyleClassifier
{
public:
    explicit StyleClassifier(const std::vector<LabelledFeatures>& examples);
    [[nodiscard]] const std::vector<std::string>& styles() const { return m_styles; }
    /// Which of `choices` (known styles) the features look most like.
    [[nodiscard]] std::string choose(
        const std::vector<double>& features, const std::vector<std::string>& choices) const;
    /// Centred and scaled as the classifier sees them.
    [[nodiscard]] std::vector<double> normalised(const std::vector<double>& features) const;

private:
    std::vector<std::string> m_styles;
    std::vector<double> m_mean;
    std::vector<double> m_scale;
    std::map<std::string, std::vector<double>> m_weights; ///< last: bias
};

} // namespace pieria::eval
